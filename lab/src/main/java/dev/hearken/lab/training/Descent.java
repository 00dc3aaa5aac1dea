package dev.hearken.lab.training;

import dev.hearken.core.HearkenException;
import dev.hearken.lab.network.Parameter;
import dev.hearken.lab.network.Weights;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Moves weights against their gradients: clipped to a greatest norm, by {@link AdamW}. A step whose loss or gradient is not finite is
 * passed over; too many in a row end the training.
 */
final class Descent {
    /** Steps in a row with a gradient that is not finite after which training has failed. */
    private static final int BROKEN_STEPS_LIMIT = 20;

    private final AdamW optimizer;
    private final double gradientClip;
    private int brokenSteps;

    Descent(double weightDecay, double gradientClip) {
        this.optimizer = new AdamW(weightDecay);
        this.gradientClip = gradientClip;
    }

    /**
     * One step, each parameter at its own rate.
     *
     * @throws HearkenException {@code TRAINING_DIVERGED} if gradients stay infinite
     */
    void step(Weights weights, TorchStep.Outcome outcome, ToDoubleFunction<Parameter> rates) {
        double norm = norm(outcome.gradients());
        if (!Double.isFinite(norm) || !Double.isFinite(outcome.loss())) {
            brokenSteps++;
            if (brokenSteps > BROKEN_STEPS_LIMIT) {
                throw HearkenException.user(
                        "TRAINING_DIVERGED",
                        "the gradient was not finite for " + brokenSteps
                                + " steps in a row; try a smaller training.learning_rate");
            }
            return;
        }
        brokenSteps = 0;
        if (norm > gradientClip) {
            scale(outcome.gradients(), gradientClip / norm);
        }
        optimizer.step(weights, outcome.gradients(), rates);
    }

    void save(Checkpoint.Writer checkpoint) {
        optimizer.save(checkpoint);
    }

    void restore(Checkpoint checkpoint) {
        optimizer.restore(checkpoint);
    }

    private static double norm(Map<String, float[]> gradients) {
        double sum = 0;
        for (float[] gradient : gradients.values()) {
            for (float g : gradient) {
                sum += (double) g * g;
            }
        }
        return Math.sqrt(sum);
    }

    private static void scale(Map<String, float[]> gradients, double factor) {
        for (float[] gradient : gradients.values()) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= (float) factor;
            }
        }
    }
}
