package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.random.RandomGenerator;

/**
 * Plays a clip faster or slower, as a tape would: pitch, formants and tempo change together. Changes the length to
 * length / factor, rounded.
 *
 * <p>Source: Ko et al., Audio Augmentation for Speech Recognition, Interspeech 2015 (factors 0.9, 1 and 1.1).
 *
 * @param factor within [0.25, 4]; 1.1 is 10 % faster and higher
 */
public record Speed(Range factor) implements Augmentation {
    public Speed {
        factor.within(0.25, 4, "factor");
    }

    @Override
    public Waveform apply(Waveform clip, RandomGenerator random) {
        return Waveform.of(played(clip.toArray(), factor.draw(random)), clip.sampleRateHz());
    }

    static float[] played(float[] samples, double factor) {
        return SincInterpolator.read(samples, factor, (int) Math.round(samples.length / factor));
    }
}
