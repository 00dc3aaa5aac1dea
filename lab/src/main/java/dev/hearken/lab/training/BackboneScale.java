package dev.hearken.lab.training;

import java.util.List;

/** One over the standard deviation of each value of the clean embeddings, at the tap and at the end. */
public final class BackboneScale {
    private final float[] tap;
    private final float[] end;

    private BackboneScale(float[] tap, float[] end) {
        this.tap = tap;
        this.end = end;
    }

    static BackboneScale of(List<EmbeddedClip> clips, int tapChannels, int endChannels) {
        return new BackboneScale(
                inverseDeviation(clips.stream().map(EmbeddedClip::tap).toList(), tapChannels),
                inverseDeviation(clips.stream().map(EmbeddedClip::end).toList(), endChannels));
    }

    float[] tap() {
        return tap;
    }

    float[] end() {
        return end;
    }

    private static float[] inverseDeviation(List<float[]> tables, int channels) {
        double[] sums = new double[channels];
        double[] squares = new double[channels];
        long frames = 0;
        for (float[] table : tables) {
            for (int i = 0; i < table.length; i++) {
                sums[i % channels] += table[i];
                squares[i % channels] += (double) table[i] * table[i];
            }
            frames += table.length / channels;
        }
        float[] inverse = new float[channels];
        for (int channel = 0; channel < channels; channel++) {
            double mean = sums[channel] / frames;
            double variance = squares[channel] / frames - mean * mean;
            // A channel that never moves cannot be wrong by much.
            inverse[channel] = (float) (1 / Math.sqrt(Math.max(variance, 1e-2)));
        }
        return inverse;
    }
}
