package dev.hearken.lab.augmentation;

/**
 * A second-order filter, y = b0 x + b1 x' + b2 x'' - a1 y' - a2 y''.
 *
 * <p>Source: R. Bristow-Johnson, Audio EQ Cookbook, https://www.w3.org/TR/audio-eq-cookbook/.
 */
record Biquad(double b0, double b1, double b2, double a1, double a2) {
    /** Gain of {@code decibels} at {@code frequency} (a fraction of the sample rate), fading to none on both sides. */
    static Biquad peak(double frequency, double q, double decibels) {
        double amplitude = Math.pow(10, decibels / 40);
        double angle = 2 * Math.PI * frequency;
        double alpha = Math.sin(angle) / (2 * q);
        double cos = Math.cos(angle);
        return normalised(
                1 + alpha * amplitude,
                -2 * cos,
                1 - alpha * amplitude,
                1 + alpha / amplitude,
                -2 * cos,
                1 - alpha / amplitude);
    }

    static Biquad lowPass(double frequency, double q) {
        double angle = 2 * Math.PI * frequency;
        double alpha = Math.sin(angle) / (2 * q);
        double cos = Math.cos(angle);
        return normalised((1 - cos) / 2, 1 - cos, (1 - cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    static Biquad highPass(double frequency, double q) {
        double angle = 2 * Math.PI * frequency;
        double alpha = Math.sin(angle) / (2 * q);
        double cos = Math.cos(angle);
        return normalised((1 + cos) / 2, -1 - cos, (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    private static Biquad normalised(double b0, double b1, double b2, double a0, double a1, double a2) {
        return new Biquad(b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);
    }

    /** Filters {@code samples} in place, from rest. */
    void filter(float[] samples) {
        double state1 = 0;
        double state2 = 0;
        for (int i = 0; i < samples.length; i++) {
            double x = samples[i];
            double y = b0 * x + state1;
            state1 = b1 * x - a1 * y + state2;
            state2 = b2 * x - a2 * y;
            samples[i] = (float) y;
        }
    }
}
