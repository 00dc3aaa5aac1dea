package dev.hearken.lab.augmentation;

import java.util.random.RandomGenerator;

/**
 * Made-up music: a few parts, each a run of notes of the tempered scale with overtones that fade, loud at the stroke and dying away.
 *
 * <p>Nobody would listen to it; but like music, and unlike any noise of one colour, it has pitch, rhythm and holes.
 */
public record Melody() implements Noise {
    private static final int MOST_PARTS = 4;
    private static final int OVERTONES = 8;
    private static final double LOWEST_HZ = 55;
    private static final int SEMITONES = 48;

    @Override
    public float[] slice(int length, int sampleRateHz, RandomGenerator random) {
        float[] samples = new float[length];
        int parts = random.nextInt(1, MOST_PARTS + 1);
        for (int part = 0; part < parts; part++) {
            double secondsANote = random.nextDouble(0.1, 0.8);
            double brightness = random.nextDouble(0.4, 0.9);
            double decaySeconds = random.nextDouble(0.05, 1);
            int at = -random.nextInt((int) (secondsANote * sampleRateHz));
            while (at < length) {
                int duration = (int) (secondsANote * random.nextInt(1, 4) * sampleRateHz);
                if (random.nextDouble() < 0.85) {
                    double hertz = LOWEST_HZ * Math.pow(2, random.nextInt(SEMITONES) / 12.0);
                    play(samples, at, duration, hertz / sampleRateHz, brightness, decaySeconds * sampleRateHz);
                }
                at += duration;
            }
        }
        return samples;
    }

    /** Adds one note; {@code pitch} in cycles a sample, {@code decay} in samples to 1/e. */
    private static void play(float[] samples, int at, int duration, double pitch, double brightness, double decay) {
        int from = Math.max(at, 0);
        int to = Math.min(at + duration, samples.length);
        double loudness = 1;
        for (int overtone = 1; overtone <= OVERTONES && overtone * pitch < 0.5; overtone++) {
            // A rotating point instead of a sine a sample: turn by a fixed angle and shrink.
            double angle = 2 * Math.PI * pitch * overtone;
            double shrink = Math.exp(-1 / decay);
            double cos = shrink * Math.cos(angle);
            double sin = shrink * Math.sin(angle);
            double phase = angle * (from - at);
            double started = loudness * Math.exp(-(from - at) / decay);
            double x = started * Math.cos(phase);
            double y = started * Math.sin(phase);
            for (int i = from; i < to; i++) {
                samples[i] += (float) y;
                double turned = x * cos - y * sin;
                y = x * sin + y * cos;
                x = turned;
            }
            loudness *= brightness;
        }
    }
}
