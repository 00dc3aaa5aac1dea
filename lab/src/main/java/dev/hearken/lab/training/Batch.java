package dev.hearken.lab.training;

/**
 * Examples that take one step together.
 *
 * <p>Features have shape [size, frames, channels], targets [size, labels]: the probability each label should get, times the weight of
 * the example. Both are row-major and owned by the batch.
 */
public final class Batch {
    private final float[] features;
    private final float[] targets;
    private final int size;
    private final FeatureShape shape;

    public Batch(float[] features, float[] targets, int size, FeatureShape shape) {
        if (features.length != size * shape.size()) {
            throw new IllegalArgumentException(features.length + " features for " + size + " examples of " + shape);
        }
        if (targets.length % size != 0) {
            throw new IllegalArgumentException(targets.length + " targets for " + size + " examples");
        }
        this.features = features;
        this.targets = targets;
        this.size = size;
        this.shape = shape;
    }

    float[] features() {
        return features;
    }

    float[] targets() {
        return targets;
    }

    int size() {
        return size;
    }

    int labels() {
        return targets.length / size;
    }

    /** The label with the greatest target in a row. */
    int truth(int row) {
        int best = 0;
        for (int label = 1; label < labels(); label++) {
            if (targets[row * labels() + label] > targets[row * labels() + best]) {
                best = label;
            }
        }
        return best;
    }

    FeatureShape shape() {
        return shape;
    }
}
