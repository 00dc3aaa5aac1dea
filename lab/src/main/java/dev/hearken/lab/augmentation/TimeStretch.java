package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.random.RandomGenerator;

/**
 * Speaks a clip faster or slower with the same voice: pitch and formants stay. Changes the length to
 * length / factor, rounded.
 *
 * <p>Source: Verhelst and Roelands, An overlap-add technique based on waveform similarity (WSOLA), ICASSP 1993.
 *
 * @param factor within [0.25, 4]; 1.1 is 10 % faster
 */
public record TimeStretch(Range factor) implements Augmentation {
    public TimeStretch {
        factor.within(0.25, 4, "factor");
    }

    @Override
    public Waveform apply(Waveform clip, RandomGenerator random) {
        int length = (int) Math.round(clip.length() / factor.draw(random));
        return Waveform.of(Wsola.stretched(clip.toArray(), clip.sampleRateHz(), length), clip.sampleRateHz());
    }
}
