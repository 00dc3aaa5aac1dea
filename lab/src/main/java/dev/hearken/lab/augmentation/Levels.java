package dev.hearken.lab.augmentation;

/** Levels of sampled signals: powers are mean squares, decibels are relative. */
public final class Levels {
    private Levels() {}

    /** The amplitude factor of a gain in decibels: 10^(dB/20). */
    static double amplitude(double decibels) {
        return Math.pow(10, decibels / 20);
    }

    /** The mean square; 0 for no samples. */
    public static double power(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return samples.length == 0 ? 0 : sum / samples.length;
    }

    /** Scales {@code samples} in place so that their power is {@code power}; silence stays silence. */
    static void scaleToPower(float[] samples, double power) {
        double present = power(samples);
        if (present > 0) {
            float factor = (float) Math.sqrt(power / present);
            for (int i = 0; i < samples.length; i++) {
                samples[i] *= factor;
            }
        }
    }
}
