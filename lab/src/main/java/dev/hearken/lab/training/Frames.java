package dev.hearken.lab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Sequences of one length, row-major, shape [size, frames, channels]; the array is owned by whoever fills it. */
public final class Frames {
    private final int size;
    private final FeatureShape shape;
    private final float[] values;

    Frames(int size, FeatureShape shape) {
        this.size = size;
        this.shape = shape;
        this.values = new float[size * shape.size()];
    }

    /** Fills one row with a stretch of a longer sequence of the same channels, from a frame of it on. */
    void fill(int row, float[] longer, int frame) {
        System.arraycopy(longer, frame * shape.channels(), values, row * shape.size(), shape.size());
    }

    float[] values() {
        return values;
    }

    NDArray toTensor(NDManager manager) {
        return manager.create(values, new Shape(size, shape.frames(), shape.channels()));
    }
}
