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

    /** What is to be made small, written down for one step. */
    interface Loss {
        /** A single number, made with {@code ops} from tensors of {@code manager}. */
        NDArray of(TorchOps ops, NDManager manager);
    }

    /**
     * Forward and backward: the mean loss and the gradient of every trained parameter. Running statistics in {@code weights} move on;
     * what is frozen has no gradient and does not move.
     */
    Outcome train(Weights weights, Batch batch) {
        return descend(weights, (ops, manager) -> {
            NDArray targets = manager.create(batch.targets(), new Shape(batch.size(), batch.labels()));
            return crossEntropy(network.logits(ops, features(manager, batch)), targets, manager, batch);
        });
    }

    /** The same for any loss. */
    static Outcome descend(Weights weights, Loss loss) {
        try (NDManager manager = NDManager.newBaseManager()) {
            TorchOps ops = new TorchOps(manager, weights, true);
            double value;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray mean = loss.of(ops, manager);
                collector.backward(mean);
                value = mean.toFloatArray()[0];
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
            return new Outcome(value, gradients);
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
