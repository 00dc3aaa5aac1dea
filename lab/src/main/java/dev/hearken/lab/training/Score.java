package dev.hearken.lab.training;

import dev.hearken.core.evaluation.ScoredClip;
import java.util.List;

/**
 * How a network does on clips it has not learned from.
 *
 * @param loss mean cross-entropy; NaN where there are no clips
 * @param accuracy share that is right; NaN where there are no clips
 */
record Score(double loss, double accuracy) {
    static Score of(List<ScoredClip> clips) {
        double loss = clips.stream()
                .mapToDouble(clip -> -Math.log(Math.max(clip.probabilities()[clip.truth()], Double.MIN_NORMAL)))
                .sum();
        double right = clips.stream().filter(ScoredClip::correct).count();
        return new Score(loss / clips.size(), right / clips.size());
    }
}
