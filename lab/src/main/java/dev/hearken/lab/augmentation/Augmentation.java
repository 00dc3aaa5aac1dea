package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.random.RandomGenerator;

/**
 * One random change to a clip that leaves its label true.
 *
 * <p>Values without state: the same clip and a generator in the same state give the same samples, on any thread. The
 * result has the clip's sample rate. All keep the length except {@link Speed} and {@link TimeStretch}. None
 * clips at [-1, 1] except {@link Clipping} and {@link MuLaw}; features are taken from floats, so none needs to.
 */
public sealed interface Augmentation
        permits AugmentationChain,
                BandLimit,
                Clipping,
                Equalize,
                FormantShift,
                Gain,
                MuLaw,
                NoiseAtSnr,
                OneOf,
                PitchShift,
                Shift,
                SmallRoom,
                SpeakerScale,
                Speed,
                TimeStretch {
    /** The changed clip; {@code clip} itself is never altered. */
    Waveform apply(Waveform clip, RandomGenerator random);
}
