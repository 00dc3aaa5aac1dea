package dev.hearken.lab.report;

import dev.hearken.core.audio.Waveform;
import java.util.Arrays;

/**
 * The level exceeded by a tenth of a clip's frames over that not reached by a tenth: what is left of it in noise that fills the pauses.
 *
 * <p>It is the SNR only where there are pauses and the noise is steady; it ranks clips of one kind, no more.
 */
final class LevelRange {
    private static final int FRAMES_PER_SECOND = 40;
    private static final int LEAST_FRAMES = 10;

    /** Below 16-bit rounding: digital silence counts as this, so that a range is at most 80 dB for a full-scale tone. */
    private static final double FLOOR_POWER = 1e-8;

    private LevelRange() {}

    /** In decibels, at least 0; NaN for less than a quarter of a second. */
    static double dbOf(Waveform waveform) {
        int frame = waveform.sampleRateHz() / FRAMES_PER_SECOND;
        int frames = waveform.length() / frame;
        if (frames < LEAST_FRAMES) {
            return Double.NaN;
        }
        double[] powers = new double[frames];
        for (int i = 0; i < frames * frame; i++) {
            powers[i / frame] += (double) waveform.sample(i) * waveform.sample(i) / frame;
        }
        Arrays.sort(powers);
        double quiet = Math.max(FLOOR_POWER, powers[frames / 10]);
        double loud = Math.max(FLOOR_POWER, powers[frames - 1 - frames / 10]);
        return 10 * Math.log10(loud / quiet);
    }
}
