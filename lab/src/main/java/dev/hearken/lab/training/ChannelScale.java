package dev.hearken.lab.training;

import java.util.List;

/** The mean and variance of each channel over many sequences; the arrays are owned. */
final class ChannelScale {
    private final float[] mean;
    private final float[] variance;

    private ChannelScale(float[] mean, float[] variance) {
        this.mean = mean;
        this.variance = variance;
    }

    /** The scale of these sequences, which together have at least one frame. */
    static ChannelScale of(List<FoldedSequence> sequences, int channels) {
        double[] sums = new double[channels];
        double[] squares = new double[channels];
        long frames = 0;
        for (FoldedSequence sequence : sequences) {
            float[] values = sequence.values();
            for (int i = 0; i < values.length; i++) {
                sums[i % channels] += values[i];
                squares[i % channels] += (double) values[i] * values[i];
            }
            frames += values.length / channels;
        }
        if (frames == 0) {
            throw new IllegalArgumentException("there is no sound to measure");
        }
        float[] mean = new float[channels];
        float[] variance = new float[channels];
        for (int channel = 0; channel < channels; channel++) {
            double average = sums[channel] / frames;
            mean[channel] = (float) average;
            variance[channel] = (float) Math.max(1e-6, squares[channel] / frames - average * average);
        }
        return new ChannelScale(mean, variance);
    }

    float[] mean() {
        return mean;
    }

    float[] variance() {
        return variance;
    }
}
