package dev.hearken.core.evaluation;

import dev.hearken.core.inference.Prediction;
import java.util.List;

/**
 * How well a model tells clips of its classes from clips of none.
 *
 * @param auroc the area under the ROC curve of {@code known}: the chance that a clip of a known class scores above one of none
 * @param accepted clips of known classes at or above the threshold
 * @param rejected clips of no known class below it
 */
public record OpenSetScore(double auroc, Proportion accepted, Proportion rejected) {
    /**
     * The score of these answers.
     *
     * @param known to clips of the model's classes, at least one
     * @param unknown to clips of none of them, at least one
     */
    public static OpenSetScore of(List<Prediction> known, List<Prediction> unknown) {
        long accepted = known.stream().filter(Prediction::isKnown).count();
        long rejected =
                unknown.stream().filter(prediction -> !prediction.isKnown()).count();
        return new OpenSetScore(
                RocCurve.of(scores(known), scores(unknown)).area(),
                new Proportion(accepted, known.size()),
                new Proportion(rejected, unknown.size()));
    }

    private static double[] scores(List<Prediction> predictions) {
        return predictions.stream().mapToDouble(Prediction::known).toArray();
    }
}
