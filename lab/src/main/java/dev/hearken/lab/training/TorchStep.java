package dev.hearken.lab.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.hearken.lab.network.Network;
import dev.hearken.lab.network.TorchOps;
import dev.hearken.lab.network.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One pass through a network in PyTorch. Weights go in as plain arrays and gradients come out as plain arrays, so nothing native
 * outlives a step.
 */
final class TorchStep {
    private final Network network;

    TorchStep(Network network) {
        this.network = network;
    }

    /** What one training step found. */
    record Outcome(double loss, Map<String, float[]> gradients) {}

    /** Seeds what PyTorch draws by itself: dropout. */
    static void seed(long seed) {
        Engine.getInstance().setRandomSeed((int) (seed ^ (seed >>> 32)));
    }

    /**
     * Forward and backward: the mean loss and the gradient of every trained parameter. Running statistics in {@code weights} move on;
     * what is frozen has no gradient and does not move.
     */
    Outcome train(Weights weights, Batch batch) {
        try (NDManager manager = NDManager.newBaseManager()) {
            TorchOps ops = new TorchOps(manager, weights, true);
            double loss;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray targets = manager.create(batch.targets(), new Shape(batch.size(), batch.labels()));
                NDArray mean = crossEntropy(network.logits(ops, features(manager, batch)), targets, manager, batch);
                collector.backward(mean);
                loss = mean.toFloatArray()[0];
            }
            Map<String, float[]> gradients = new LinkedHashMap<>();
            ops.tensors().forEach((name, tensor) -> {
                if (weights.isFrozen(name)) {
                    return;
                }
                if (weights.parameter(name).trained()) {
                    gradients.put(name, tensor.getGradient().toFloatArray());
                } else {
                    weights.set(name, tensor.toFloatArray());
                }
            });
            return new Outcome(loss, gradients);
        }
    }

    /** Forward only: logits, shape [size, labels]. */
    float[] logits(Weights weights, Batch batch) {
        try (NDManager manager = NDManager.newBaseManager()) {
            return network.logits(new TorchOps(manager, weights, false), features(manager, batch))
                    .toFloatArray();
        }
    }

    /** -sum(targets x log softmax(logits)) / size. */
    private static NDArray crossEntropy(NDArray logits, NDArray targets, NDManager manager, Batch batch) {
        NDArray share = manager.create(new float[] {-1f / batch.size()});
        return logits.logSoftmax(-1).mul(targets).sum().mul(share);
    }

    private static NDArray features(NDManager manager, Batch batch) {
        return manager.create(
                batch.features(),
                new Shape(batch.size(), batch.shape().frames(), batch.shape().channels()));
    }
}
