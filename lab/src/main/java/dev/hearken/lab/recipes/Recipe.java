package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.Licence;
import dev.hearken.core.task.LabelSet;
import java.util.List;
import java.util.stream.Collectors;

/** A product: the question it answers, and everything decided about how to answer it well. */
public interface Recipe {
    /** The recipes there are, in the order they are offered. */
    List<Recipe> ALL = List.of(new Digits());

    /**
     * The recipe of this name.
     *
     * @throws HearkenException {@code RECIPE_UNKNOWN}
     */
    static Recipe named(String name) {
        return ALL.stream()
                .filter(recipe -> recipe.name().equals(name))
                .findFirst()
                .orElseThrow(() -> HearkenException.user(
                        "RECIPE_UNKNOWN",
                        "there is no recipe '%s'; there is %s"
                                .formatted(name, ALL.stream().map(Recipe::name).collect(Collectors.joining(", ")))));
    }

    /** The word it is called by. */
    String name();

    /** The question it answers, for a person. */
    String question();

    /** The networks it can train, the default first. */
    List<String> networks();

    /**
     * What is set where the user says nothing, for one of {@link #networks}.
     *
     * @throws HearkenException {@code NETWORK_UNKNOWN}
     */
    Settings defaults(String network);

    /** The labels of its answers, given what the data hold. */
    LabelSet labels(LabelSet found);

    /** The label by which the recipe knows what the data call {@code name}. */
    String canonicalName(String name);

    /** What the settings mean for these labels. */
    Plan plan(Settings settings, LabelSet labels);

    /** How a label may be said by a synthesized voice, or nothing where the recipe uses none. */
    List<String> spellings(String label);

    /** The works a model of these settings rests on besides the user's own clips. */
    List<Licence> licences(Settings settings);
}
