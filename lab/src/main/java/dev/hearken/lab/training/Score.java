package dev.hearken.lab.training;

import dev.hearken.lab.network.Weights;

/**
 * How a network does on clips it has not learned from.
 *
 * @param loss mean cross-entropy; NaN where there are no clips
 * @param accuracy share that is right; NaN where there are no clips
 */
record Score(double loss, double accuracy) {
    static Score of(TorchStep step, Weights weights, ValidationSet validation) {
        double loss = 0;
        int right = 0;
        for (Batch batch : validation.batches()) {
            float[] logits = step.logits(weights, batch);
            for (int row = 0; row < batch.size(); row++) {
                int truth = indexOfMax(batch.targets(), row, batch.labels());
                loss += logSumExp(logits, row, batch.labels()) - logits[row * batch.labels() + truth];
                right += indexOfMax(logits, row, batch.labels()) == truth ? 1 : 0;
            }
        }
        double size = validation.size();
        return new Score(loss / size, right / size);
    }

    private static int indexOfMax(float[] values, int row, int width) {
        int best = 0;
        for (int i = 1; i < width; i++) {
            if (values[row * width + i] > values[row * width + best]) {
                best = i;
            }
        }
        return best;
    }

    private static double logSumExp(float[] values, int row, int width) {
        double max = values[row * width + indexOfMax(values, row, width)];
        double sum = 0;
        for (int i = 0; i < width; i++) {
            sum += Math.exp(values[row * width + i] - max);
        }
        return max + Math.log(sum);
    }
}
