package dev.hearken.lab.training;

import dev.hearken.lab.network.Parameter;
import dev.hearken.lab.network.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019, arXiv:1711.05101, algorithm 2).
 *
 * <p>Runs in plain memory: for networks of this size it takes less time than the step, and its state is nothing but arrays that a
 * checkpoint can hold.
 */
final class AdamW {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double weightDecay;
    private final Map<String, float[]> firstMoments = new LinkedHashMap<>();
    private final Map<String, float[]> secondMoments = new LinkedHashMap<>();
    private int steps;

    AdamW(double weightDecay) {
        this.weightDecay = weightDecay;
    }

    /** Moves every parameter that has a gradient against it, each at its own rate. */
    void step(Weights weights, Map<String, float[]> gradients, ToDoubleFunction<Parameter> rates) {
        steps++;
        double correction1 = 1 - Math.pow(BETA_1, steps);
        double correction2 = 1 - Math.pow(BETA_2, steps);
        gradients.forEach((name, gradient) -> {
            Parameter parameter = weights.parameter(name);
            double learningRate = rates.applyAsDouble(parameter);
            float[] values = weights.values(name);
            float[] first = firstMoments.computeIfAbsent(name, key -> new float[gradient.length]);
            float[] second = secondMoments.computeIfAbsent(name, key -> new float[gradient.length]);
            double keep = parameter.decayed() ? 1 - learningRate * weightDecay : 1;
            for (int i = 0; i < values.length; i++) {
                double g = gradient[i];
                first[i] = (float) (BETA_1 * first[i] + (1 - BETA_1) * g);
                second[i] = (float) (BETA_2 * second[i] + (1 - BETA_2) * g * g);
                double update = first[i] / correction1 / (Math.sqrt(second[i] / correction2) + EPSILON);
                values[i] = (float) (values[i] * keep - learningRate * update);
            }
        });
    }

    /** The state as named arrays, for a checkpoint. */
    void save(Checkpoint.Writer checkpoint) {
        checkpoint.number("adamw.steps", steps);
        firstMoments.forEach((name, array) -> checkpoint.array("adamw.first." + name, array));
        secondMoments.forEach((name, array) -> checkpoint.array("adamw.second." + name, array));
    }

    /** Takes the state up again where a checkpoint left it. */
    void restore(Checkpoint checkpoint) {
        steps = (int) checkpoint.number("adamw.steps");
        checkpoint.arrays("adamw.first.").forEach(firstMoments::put);
        checkpoint.arrays("adamw.second.").forEach(secondMoments::put);
    }
}
