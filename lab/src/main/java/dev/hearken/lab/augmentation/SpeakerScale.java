package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.random.RandomGenerator;

/**
 * Makes the speaker larger or smaller: pitch and formants move together and the tempo stays; keeps the length.
 *
 * <p>A speed change followed by WSOLA back to the old length. Akin to vocal tract length perturbation (Jaitly and
 * Hinton, ICML workshop 2013), which warps the spectrum alone: {@link FormantShift}.
 *
 * @param factor within [0.5, 2]; above 1 is a smaller speaker, with higher pitch and formants
 */
public record SpeakerScale(Range factor) implements Augmentation {
    public SpeakerScale {
        factor.within(0.5, 2, "factor");
    }

    @Override
    public Waveform apply(Waveform clip, RandomGenerator random) {
        return Waveform.of(scaled(clip, factor.draw(random)), clip.sampleRateHz());
    }

    static float[] scaled(Waveform clip, double factor) {
        return Wsola.stretched(Speed.played(clip.toArray(), factor), clip.sampleRateHz(), clip.length());
    }
}
