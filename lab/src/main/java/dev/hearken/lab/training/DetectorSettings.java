package dev.hearken.lab.training;

/**
 * How a detector's head is trained.
 *
 * @param steps batches learned from
 * @param batchSize stretches a batch
 * @param learningRate the greatest, at a quarter of the steps
 * @param weightDecay of AdamW
 * @param inputNoise the standard deviation of what is added to the standardised features
 * @param hardShare of a batch, once mistakes have been looked for
 * @param hardest how many of them are kept
 * @param minings how many times they are looked for
 * @param folds into how many parts the data falls, each kept from some of the towers; 1 keeps nothing from any
 */
public record DetectorSettings(
        int steps,
        int batchSize,
        double learningRate,
        double weightDecay,
        double inputNoise,
        double hardShare,
        int hardest,
        int minings,
        int folds) {
    /** What served best on words and voices that no reported figure is about; docs/phrase.md has the comparison. */
    public static final DetectorSettings STANDARD = new DetectorSettings(1500, 256, 2e-3, 0.01, 1, 0.2, 3000, 2, 3);

    public DetectorSettings {
        if (steps < 1 || batchSize < 1 || hardest < 1 || minings < 0) {
            throw new IllegalArgumentException(
                    "%d steps of %d, %d mistakes looked for %d times".formatted(steps, batchSize, hardest, minings));
        }
        if (!(learningRate > 0) || !(weightDecay >= 0) || !(inputNoise >= 0) || !(hardShare >= 0 && hardShare < 1)) {
            throw new IllegalArgumentException("learning rate %s, decay %s, noise %s, share %s"
                    .formatted(learningRate, weightDecay, inputNoise, hardShare));
        }
    }

    /** Whether a tower may learn from a fold. */
    boolean learns(int tower, int fold) {
        return folds == 1 || tower % folds != fold % folds;
    }

    /** Whether mistakes are looked for before this step: at equal distances, the first time when something has been learned. */
    boolean isMining(int step) {
        return step > 0
                && step % Math.max(1, steps / (minings + 1)) == 0
                && step * (minings + 1L) <= (long) minings * steps;
    }
}
