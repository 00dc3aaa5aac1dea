package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.random.RandomGenerator;

/**
 * Makes a clip louder or softer; keeps the length.
 *
 * @param decibels within [-120, 60]; +20 multiplies every sample by 10
 */
public record Gain(Range decibels) implements Augmentation {
    public Gain {
        decibels.within(-120, 60, "decibels");
    }

    @Override
    public Waveform apply(Waveform clip, RandomGenerator random) {
        float factor = (float) Levels.amplitude(decibels.draw(random));
        float[] samples = clip.toArray();
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= factor;
        }
        return Waveform.of(samples, clip.sampleRateHz());
    }
}
