package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.random.RandomGenerator;

/**
 * Removes low and high frequencies, as a telephone or a small microphone does; keeps the length.
 *
 * <p>Butterworth filters of order 4 (24 dB an octave). A cut-off at or above 0.49 of the sample rate is left out, so
 * one setting serves several rates; {@link #TELEPHONE} is the band of ITU-T G.712.
 *
 * @param highPassHz below it sound is removed; at least 1
 * @param lowPassHz above it sound is removed; at least 1
 */
public record BandLimit(Range highPassHz, Range lowPassHz) implements Augmentation {
    /** 300 Hz to 3,400 Hz. */
    public static final BandLimit TELEPHONE = new BandLimit(Range.exactly(300), Range.exactly(3400));

    /** The qualities of the two sections of a Butterworth filter of order 4: 1 / (2 cos(pi/8)) and 1 / (2 cos(3 pi/8)). */
    private static final double[] SECTIONS = {0.541196100, 1.306562965};

    private static final double HIGHEST_OF_RATE = 0.49;

    public BandLimit {
        highPassHz.within(1, Double.MAX_VALUE, "highPassHz");
        lowPassHz.within(1, Double.MAX_VALUE, "lowPassHz");
    }

    @Override
    public Waveform apply(Waveform clip, RandomGenerator random) {
        double high = highPassHz.draw(random) / clip.sampleRateHz();
        double low = lowPassHz.draw(random) / clip.sampleRateHz();
        float[] samples = clip.toArray();
        for (double q : SECTIONS) {
            if (high < HIGHEST_OF_RATE) {
                Biquad.highPass(high, q).filter(samples);
            }
            if (low < HIGHEST_OF_RATE) {
                Biquad.lowPass(low, q).filter(samples);
            }
        }
        return Waveform.of(samples, clip.sampleRateHz());
    }
}
