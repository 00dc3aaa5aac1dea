package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.random.RandomGenerator;

/**
 * Colours a clip as another microphone or another place would: a random gain in each of 7 bands, with centres evenly
 * spaced in pitch from 100 Hz to 0.4 of the sample rate, each a peaking filter as wide as the spacing; keeps the length.
 *
 * @param bandDecibels the gain of each band, drawn apart, within [-24, 24]; the overall level is then put back
 */
public record Equalize(Range bandDecibels) implements Augmentation {
    private static final int BANDS = 7;
    private static final double LOWEST_HZ = 100;
    private static final double HIGHEST_OF_RATE = 0.4;

    public Equalize {
        bandDecibels.within(-24, 24, "bandDecibels");
    }

    @Override
    public Waveform apply(Waveform clip, RandomGenerator random) {
        float[] samples = clip.toArray();
        double power = Levels.power(samples);
        double lowest = LOWEST_HZ / clip.sampleRateHz();
        double spacing = Math.pow(HIGHEST_OF_RATE / lowest, 1.0 / (BANDS - 1));
        // The quality at which a peak is one spacing wide.
        double q = Math.sqrt(spacing) / (spacing - 1);
        for (int band = 0; band < BANDS; band++) {
            Biquad.peak(lowest * Math.pow(spacing, band), q, bandDecibels.draw(random))
                    .filter(samples);
        }
        Levels.scaleToPower(samples, power);
        return Waveform.of(samples, clip.sampleRateHz());
    }
}
