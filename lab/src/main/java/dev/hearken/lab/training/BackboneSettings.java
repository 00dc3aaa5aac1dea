package dev.hearken.lab.training;

import dev.hearken.core.HearkenException;

/**
 * How a backbone is trained.
 *
 * @param steps how many there are
 * @param batchSize windows a step
 * @param windowSamples length of a window at 16 kHz; a whole number of embedding frames apart from the next
 * @param learningRate where half a cosine starts from
 * @param warmup the share of the steps in which the rate rises
 * @param weightDecay decoupled, on kernels
 * @param gradientClip the greatest norm of a step's gradient
 * @param tapWeight what the error at the tap weighs beside that at the end
 * @param soundShare the share of windows that hold sounds rather than speech
 * @param measureEvery steps from one look at the clips held out, and checkpoint, to the next
 */
public record BackboneSettings(
        int steps,
        int batchSize,
        int windowSamples,
        double learningRate,
        double warmup,
        double weightDecay,
        double gradientClip,
        double tapWeight,
        double soundShare,
        int measureEvery) {
    public BackboneSettings {
        require(steps >= 1 && steps <= 10_000_000, "steps", steps, "between 1 and 10000000");
        require(batchSize >= 1 && batchSize <= 1024, "batchSize", batchSize, "between 1 and 1024");
        require(windowSamples >= 16_000, "windowSamples", windowSamples, "at least 16000");
        require(learningRate > 0 && learningRate <= 1, "learningRate", learningRate, "in (0, 1]");
        require(gradientClip > 0, "gradientClip", gradientClip, "positive");
        require(tapWeight >= 0, "tapWeight", tapWeight, "not negative");
        require(soundShare >= 0 && soundShare <= 1, "soundShare", soundShare, "in [0, 1]");
        require(measureEvery >= 1, "measureEvery", measureEvery, "at least 1");
    }

    /** What the robust weights that come with Hearken were trained with. */
    public static BackboneSettings standard(int steps) {
        return new BackboneSettings(steps, 16, 64_000, 6e-4, 0.02, 1e-2, 1, 1, 0.15, 250);
    }

    private static void require(boolean holds, String name, Object value, String rule) {
        if (!holds) {
            throw HearkenException.user("BACKBONE_SETTING", name + " must be " + rule + ", got " + value);
        }
    }
}
