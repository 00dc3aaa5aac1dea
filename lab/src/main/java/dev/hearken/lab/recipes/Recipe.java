package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.Licence;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.LabelledClip;
import java.util.List;
import java.util.stream.Collectors;

/** A product: the question it answers, and everything decided about how to answer it well. */
public interface Recipe {
    /** The recipes there are, in the order they are offered. */
    static List<Recipe> all() {
        return List.of(new Digits(), new Keywords(), new Faults(), new Talent(), new Custom());
    }

    /**
     * The recipe of this name.
     *
     * @throws HearkenException {@code RECIPE_UNKNOWN}
     */
    static Recipe named(String name) {
        return all().stream()
                .filter(recipe -> recipe.name().equals(name))
                .findFirst()
                .orElseThrow(() -> HearkenException.user(
                        "RECIPE_UNKNOWN", "there is no recipe '%s'; there is %s".formatted(name, names())));
    }

    /** Their names, for help and error messages. */
    static String names() {
        return all().stream().map(Recipe::name).collect(Collectors.joining(", "));
    }

    /** The word it is called by. */
    String name();

    /** The question it answers, for a person. */
    String question();

    /** The networks it can train, the default first. */
    List<String> networks();

    /** What is set where the user says nothing, for one of {@link #networks}. */
    Settings defaults(String network);

    /** What the recipe makes of a user's clips: which it learns from, under which of its own labels. */
    RecipeClips clips(ClipFolder folder, Settings settings);

    /** How sure a clip's label is, in (0, 1]. */
    default float certainty(LabelledClip clip, Settings settings) {
        return 1;
    }

    /** Whether its models tell in words what drove an answer. */
    default boolean explains() {
        return false;
    }

    /** What the settings mean for a network with so many outputs. */
    Plan plan(Settings settings, int outputs);

    /** How a label may be said by a synthesized voice; nothing where the recipe uses none. */
    default List<String> spellings(String label) {
        return List.of();
    }

    /** The works a model of these settings rests on besides the user's own clips. */
    default List<Licence> licences(Settings settings) {
        return Architectures.licences(settings);
    }
}
