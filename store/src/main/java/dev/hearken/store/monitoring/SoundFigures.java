package dev.hearken.store.monitoring;

import dev.hearken.core.audio.Waveform;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A few numbers that tell one sort of recording from another without keeping it. They take one pass and no transform: tens of microseconds
 * for a second of sound.
 *
 * @param levelDbfs root mean square in decibels of full scale, at least -120
 * @param noiseDbfs the same of the quiet stretches: the tenth percentile of blocks of 20 ms
 * @param centreHz the frequency the power lies around: that of the sine whose steps from sample to sample are as large beside its level. It is
 *     the root of the mean squared frequency (Hjorth 1970, "EEG analysis based on time domain properties", mobility); 0 for silence
 */
public record SoundFigures(double levelDbfs, double noiseDbfs, double centreHz) {
    /** Less than one step of 16 bits anywhere. */
    private static final double FLOOR_DBFS = -120;

    private static final double BLOCK_SECONDS = 0.02;

    /** One in ten blocks of a recording is without what it is about, even of a short word. */
    private static final int QUIET_SHARE = 10;

    /** The figures of a recording. */
    public static SoundFigures of(Waveform waveform) {
        FloatBuffer samples = waveform.asBuffer();
        int block = Math.max(1, (int) (BLOCK_SECONDS * waveform.sampleRateHz()));
        double[] blocks = new double[Math.max(1, samples.limit() / block)];
        double power = 0;
        double steps = 0;
        float before = samples.hasRemaining() ? samples.get(0) : 0;
        for (int i = 0; i < samples.limit(); i++) {
            float sample = samples.get(i);
            double squared = (double) sample * sample;
            double step = sample - before;
            power += squared;
            steps += step * step;
            blocks[Math.min(i / block, blocks.length - 1)] += squared;
            before = sample;
        }
        Arrays.sort(blocks);
        return new SoundFigures(
                decibels(power / Math.max(1, samples.limit())),
                decibels(blocks[(blocks.length - 1) / QUIET_SHARE] / block),
                centre(power, steps) * waveform.sampleRateHz());
    }

    /** In cycles a sample: a sine of frequency f has steps of {@code 4 sin²(πf)} times its power. */
    private static double centre(double power, double steps) {
        return power == 0 ? 0 : Math.asin(Math.min(1, Math.sqrt(steps / power) / 2)) / Math.PI;
    }

    private static double decibels(double power) {
        return Math.max(FLOOR_DBFS, 10 * Math.log10(power));
    }
}
