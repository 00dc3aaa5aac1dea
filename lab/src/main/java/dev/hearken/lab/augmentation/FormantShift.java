package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.random.RandomGenerator;

/**
 * Changes the length of the speaker's vocal tract: formants move, pitch and tempo stay; keeps the length.
 *
 * <p>In frames of 32 ms the spectrum is weighted by the warped spectral envelope over the envelope, both from linear
 * prediction. Source of the idea: Jaitly and Hinton, Vocal Tract Length Perturbation improves speech recognition,
 * ICML workshop 2013 (factors 0.9 to 1.1); of the envelope: Makhoul, Linear Prediction, Proc. IEEE 63, 1975.
 *
 * @param factor within [0.5, 2]; above 1 moves formants up, as in a shorter vocal tract
 */
public record FormantShift(Range factor) implements Augmentation {
    public FormantShift {
        factor.within(0.5, 2, "factor");
    }

    @Override
    public Waveform apply(Waveform clip, RandomGenerator random) {
        double drawn = factor.draw(random);
        return Waveform.of(EnvelopeWarp.warped(clip.toArray(), clip.sampleRateHz(), drawn), clip.sampleRateHz());
    }
}
