package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import dev.hearken.core.task.Label;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.LabelledClip;
import java.util.List;

/**
 * A user's folder as a recipe sees it: clips under the recipe's own names for its labels.
 *
 * @param clips those whose label the recipe knows
 * @param labels the answers the recipe will give
 * @param passedOver how many clips had a label it does not know
 */
public record RecipeClips(List<LabelledClip> clips, LabelSet labels, int passedOver) {
    public RecipeClips {
        clips = List.copyOf(clips);
    }

    /**
     * A folder's clips.
     *
     * @throws HearkenException with code {@code DATASET_NO_LABELS} if there are none, or the recipe knows none of its labels
     */
    public static RecipeClips of(Recipe recipe, ClipFolder folder) {
        LabelSet labels = recipe.labels(folder.labels());
        List<LabelledClip> known = folder.clips().stream()
                .map(clip -> clip.relabelled(
                        new Label(recipe.canonicalName(clip.label().name()))))
                .filter(clip -> labels.indexOf(clip.label()) >= 0)
                .toList();
        if (known.isEmpty()) {
            throw HearkenException.user(
                    "DATASET_NO_LABELS",
                    "none of the labels in %s is one of %s's: %s"
                            .formatted(folder.root(), recipe.name(), labels.names()));
        }
        return new RecipeClips(known, labels, folder.clips().size() - known.size());
    }
}
