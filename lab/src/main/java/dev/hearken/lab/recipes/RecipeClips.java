package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import dev.hearken.core.task.Label;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.LabelledClip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A user's folder as a recipe sees it.
 *
 * @param clips those the recipe has an answer for, under its own labels
 * @param labels the answers the recipe will give
 * @param outsiders the others, under the names the data give them: to learn what is none of the labels, or to be passed over
 */
public record RecipeClips(List<LabelledClip> clips, LabelSet labels, List<LabelledClip> outsiders) {
    public RecipeClips {
        clips = List.copyOf(clips);
        outsiders = List.copyOf(outsiders);
    }

    /**
     * A folder's clips.
     *
     * @throws HearkenException with code {@code DATASET_NO_LABELS} if there are none, or the recipe knows none of its labels
     */
    public static RecipeClips of(Recipe recipe, Settings settings, ClipFolder folder) {
        RecipeClips clips = recipe.clips(folder, settings);
        if (clips.clips().isEmpty()) {
            throw HearkenException.user(
                    "DATASET_NO_LABELS",
                    "none of the labels in %s is one of %s's: %s"
                            .formatted(
                                    folder.root(), recipe.name(), clips.labels().names()));
        }
        return clips;
    }

    /** Clips under these labels, each found by {@code answer} from the name the data give it. */
    static RecipeClips sorted(List<LabelledClip> clips, LabelSet labels, Function<String, Optional<String>> answer) {
        List<LabelledClip> known = new ArrayList<>();
        List<LabelledClip> outsiders = new ArrayList<>();
        for (LabelledClip clip : clips) {
            Optional<Label> label =
                    answer.apply(clip.label().name()).map(Label::new).filter(found -> labels.indexOf(found) >= 0);
            label.ifPresentOrElse(found -> known.add(clip.relabelled(found)), () -> outsiders.add(clip));
        }
        return new RecipeClips(known, labels, outsiders);
    }

    /** The same clips seen by a model that knows {@code known} of the labels only. */
    public RecipeClips knownAs(LabelSet known) {
        RecipeClips narrowed = sorted(clips, known, Optional::of);
        List<LabelledClip> others = new ArrayList<>(outsiders);
        others.addAll(narrowed.outsiders());
        return new RecipeClips(narrowed.clips(), known, others);
    }
}
