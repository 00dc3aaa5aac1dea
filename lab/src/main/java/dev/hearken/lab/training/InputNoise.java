package dev.hearken.lab.training;

import java.util.random.RandomGenerator;

/** Gaussian noise on features, as strong on each channel as the channel itself; drawn once and used from a random place on each time. */
final class InputNoise {
    private static final int FRAMES = 1 << 13;

    private final float[] ring;

    /** @param deviation in standard deviations of each channel */
    InputNoise(double deviation, ChannelScale scale, RandomGenerator random) {
        int channels = scale.variance().length;
        ring = new float[FRAMES * channels];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = (float) (deviation * Math.sqrt(scale.variance()[i % channels]) * random.nextGaussian());
        }
    }

    /** Adds noise of its own to each of the windows that fill {@code features}. */
    void addTo(float[] features, FeatureShape window, RandomGenerator random) {
        int places = ring.length / window.channels() - window.frames() + 1;
        for (int at = 0; at < features.length; at += window.size()) {
            int from = random.nextInt(places) * window.channels();
            for (int i = 0; i < window.size(); i++) {
                features[at + i] += ring[from + i];
            }
        }
    }
}
