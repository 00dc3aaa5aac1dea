package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.Licence;
import java.util.List;

/**
 * A larger network of the same recipe is trained first, on the same clips, and teaches the one that is wanted (Hinton et al., 2015).
 *
 * <p>The teacher is made for each training anew, so it has never heard what the student is tested on. Nothing of it is left in the model
 * but what the student has learned.
 *
 * @param teacher one of the recipe's networks, with its own defaults; empty to learn from the labels alone
 * @param share how much of what is learned is the teacher's answer, in [0, 1]; the label has the rest
 * @param temperature what the teacher's calibrated logits are divided by; above 1 its doubts weigh more
 */
public record Distillation(String teacher, double share, double temperature) {
    /** Labels alone. */
    static final Distillation NONE = new Distillation("", 0.9, 1.5);

    public Distillation {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("distillation.share must be in [0, 1], got " + share);
        }
        if (!(temperature > 0 && temperature <= 100)) {
            throw new IllegalArgumentException("distillation.temperature must be in (0, 100], got " + temperature);
        }
    }

    boolean isWanted() {
        return !teacher.isEmpty();
    }

    /**
     * What the teacher is trained by: its own defaults, the student's seed and validation clips.
     *
     * @throws HearkenException {@code TEACHER_UNKNOWN}, or {@code TEACHER_HEARS_OTHERWISE} if it wants another sample rate
     */
    Settings ofTeacher(Recipe recipe, Settings student) {
        if (!recipe.networks().contains(teacher)) {
            throw HearkenException.user(
                    "TEACHER_UNKNOWN",
                    "there is no network '%s' for %s to be taught by; there are %s"
                            .formatted(teacher, recipe.name(), recipe.networks()));
        }
        Settings settings = recipe.defaults(teacher)
                .with("seed=" + student.seed(), "validation_share=" + student.validationShare())
                .with("score_threshold=" + student.scoreThreshold(), "open_set=" + student.openSet())
                .with("calibration_folds=0");
        Settings timed =
                settings.windowSeconds() > 0 ? settings : settings.with("window_seconds=" + student.windowSeconds());
        int rate = recipe.plan(student, 1).frontEnd().sampleRateHz();
        int teachersRate = recipe.plan(timed, 1).frontEnd().sampleRateHz();
        if (rate != teachersRate) {
            throw HearkenException.user(
                    "TEACHER_HEARS_OTHERWISE",
                    "%s listens at %d Hz and cannot be taught by %s, which listens at %d Hz"
                            .formatted(student.network(), rate, teacher, teachersRate));
        }
        return timed;
    }

    /** The works a student rests on because its teacher does. */
    List<Licence> licences(Recipe recipe) {
        return isWanted() ? recipe.licences(recipe.defaults(teacher)) : List.of();
    }
}
