package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.random.RandomGenerator;

/**
 * Changes the pitch of the voice: formants and tempo stay, so the same vocal tract speaks higher or lower; keeps the
 * length. A {@link SpeakerScale} followed by the {@link FormantShift} that takes the formants back.
 *
 * @param factor within [0.5, 2]; 1.06 is a semitone up
 */
public record PitchShift(Range factor) implements Augmentation {
    public PitchShift {
        factor.within(0.5, 2, "factor");
    }

    @Override
    public Waveform apply(Waveform clip, RandomGenerator random) {
        double drawn = factor.draw(random);
        float[] scaled = SpeakerScale.scaled(clip, drawn);
        return Waveform.of(EnvelopeWarp.warped(scaled, clip.sampleRateHz(), 1 / drawn), clip.sampleRateHz());
    }
}
