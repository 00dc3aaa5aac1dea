package dev.hearken.lab.recipes;

import dev.hearken.lab.training.TrainingClip;
import java.util.List;

/**
 * What one network learns from and is judged on.
 *
 * @param learn clips to fit the weights to
 * @param judge clips to choose the best epoch and to calibrate by; if there are none, the last epoch counts
 */
record Lesson(List<TrainingClip> learn, List<TrainingClip> judge) {
    Lesson {
        learn = List.copyOf(learn);
        judge = List.copyOf(judge);
    }
}
