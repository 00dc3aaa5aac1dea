package dev.hearken.lab.recipes;

import dev.hearken.core.audio.Waveform;
import dev.hearken.lab.augmentation.Augmentation;
import dev.hearken.lab.augmentation.AugmentationChain;
import dev.hearken.lab.augmentation.BandLimit;
import dev.hearken.lab.augmentation.Equalize;
import dev.hearken.lab.augmentation.Gain;
import dev.hearken.lab.augmentation.Noise;
import dev.hearken.lab.augmentation.NoiseAtSnr;
import dev.hearken.lab.augmentation.OneOf;
import dev.hearken.lab.augmentation.PitchShift;
import dev.hearken.lab.augmentation.Range;
import dev.hearken.lab.augmentation.SmallRoom;
import dev.hearken.lab.augmentation.SpeakerScale;
import dev.hearken.lab.augmentation.SpecAugment;
import dev.hearken.lab.augmentation.TimeStretch;
import dev.hearken.lab.training.Scene;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@link AugmentationSettings} mean: the ranges in which clips are changed while training. */
final class Scenes {
    private static final int ROOMS = 24;

    /** From a loud room to a quiet one. */
    private static final Range SNR_DB = new Range(5, 40);

    private Scenes() {}

    /**
     * The scenes of these settings.
     *
     * @param noises recordings at the sample rate that are mixed in half of the times; none for synthesized noise alone
     */
    static Scene of(AugmentationSettings settings, List<Waveform> noises, int sampleRateHz, long seed) {
        return new Scene(voice(settings), settings.shiftSeconds(), place(settings, noises, sampleRateHz, seed));
    }

    static Optional<SpecAugment> mask(AugmentationSettings settings) {
        boolean masked = settings.maskFrames() > 0 || settings.maskChannels() > 0;
        return masked
                ? Optional.of(new SpecAugment(settings.maskFrames(), 2, 0.2, settings.maskChannels(), 2))
                : Optional.empty();
    }

    private static Augmentation voice(AugmentationSettings settings) {
        return AugmentationChain.empty()
                .then(settings.speaker(), new SpeakerScale(new Range(0.85, 1.18)))
                .then(settings.tempo(), new TimeStretch(new Range(0.75, 1.35)))
                .then(settings.pitch(), new PitchShift(new Range(0.8, 1.3)));
    }

    private static Augmentation place(AugmentationSettings settings, List<Waveform> noises, int rate, long seed) {
        return AugmentationChain.empty()
                .then(settings.room(), SmallRoom.simulated(ROOMS, new Range(0.08, 0.5), rate, seed))
                .then(settings.noise(), noise(noises, SNR_DB))
                .then(settings.equalizer(), new Equalize(new Range(-6, 6)))
                .then(settings.bandLimit(), new BandLimit(new Range(60, 400), new Range(2800, 7000)))
                .then(settings.gain(), new Gain(new Range(-12, 6)));
    }

    private static Augmentation noise(List<Waveform> recordings, Range snrDb) {
        OneOf colours = new OneOf(Arrays.stream(Noise.Colour.values())
                .<Augmentation>map(colour -> new NoiseAtSnr(colour, snrDb))
                .toList());
        return recordings.isEmpty()
                ? colours
                : new OneOf(List.of(colours, new NoiseAtSnr(new Noise.Recorded(recordings), snrDb)));
    }
}
