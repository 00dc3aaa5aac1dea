package dev.hearken.lab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.hearken.lab.network.DetectorHead;
import dev.hearken.lab.network.TorchOps;
import dev.hearken.lab.network.Weights;
import java.util.function.IntPredicate;

/**
 * What a detector's head says of sounds.
 *
 * @param folds as it was trained with
 */
public record DetectorScoring(DetectorHead head, Weights weights, int folds) {
    /** The logit of each stretch of a sequence, row-major [frames, channels], from the first; none if it is shorter than a stretch. */
    public float[] logits(float[] sequence) {
        return mean(sequence, tower -> true);
    }

    /** The same by those towers alone that have not learned from the sequence's fold; by all if there is only one fold. */
    public float[] unseen(FoldedSequence sequence) {
        return mean(sequence.values(), tower -> folds == 1 || tower % folds == sequence.fold() % folds);
    }

    private float[] mean(float[] sequence, IntPredicate asked) {
        int frames = sequence.length / head.channels();
        if (frames < head.window()) {
            return new float[0];
        }
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray input = manager.create(sequence, new Shape(1, frames, head.channels()));
            float[] all =
                    head.towers(new TorchOps(manager, weights, false), input).toFloatArray();
            return mean(all, frames - head.window() + 1, asked);
        }
    }

    private float[] mean(float[] all, int answers, IntPredicate asked) {
        float[] mean = new float[answers];
        int counted = 0;
        for (int tower = 0; tower < head.towers(); tower++) {
            if (asked.test(tower)) {
                counted++;
                for (int i = 0; i < answers; i++) {
                    mean[i] += all[tower * answers + i];
                }
            }
        }
        for (int i = 0; i < answers; i++) {
            mean[i] /= counted;
        }
        return mean;
    }
}
