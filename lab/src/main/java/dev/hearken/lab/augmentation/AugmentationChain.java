package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Augmentations applied one after another, each with its own probability.
 *
 * <p>Order them as a sound travels: the speaker ({@link Speed}, {@link SpeakerScale}, {@link PitchShift},
 * {@link FormantShift}), when they speak ({@link Shift}), the room ({@link SmallRoom}), the noise in it
 * ({@link NoiseAtSnr}), then the microphone and the line ({@link Equalize}, {@link BandLimit}, {@link Gain},
 * {@link Clipping}, {@link MuLaw}). In another order the noise would be, say, reverberated or pitched with the voice.
 *
 * @param steps in order of application
 */
public record AugmentationChain(List<Step> steps) implements Augmentation {
    /**
     * One augmentation and how often it is applied.
     *
     * @param probability of being applied to a clip, in [0, 1]
     */
    public record Step(double probability, Augmentation augmentation) {
        public Step {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("probability must lie in [0, 1], got " + probability);
            }
        }
    }

    public AugmentationChain {
        steps = List.copyOf(steps);
    }

    /** The chain that changes nothing, to be extended by {@link #then}. */
    public static AugmentationChain empty() {
        return new AugmentationChain(List.of());
    }

    /** This chain followed by {@code augmentation}, applied with {@code probability} in [0, 1]. */
    public AugmentationChain then(double probability, Augmentation augmentation) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(probability, augmentation));
        return new AugmentationChain(longer);
    }

    @Override
    public Waveform apply(Waveform clip, RandomGenerator random) {
        Waveform result = clip;
        for (Step step : steps) {
            if (random.nextDouble() < step.probability) {
                result = step.augmentation.apply(result, random);
            }
        }
        return result;
    }
}
