package dev.hearken.lab.dataset;

import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Decoding;
import dev.hearken.core.audio.Rejected;
import dev.hearken.core.audio.Rejection;
import dev.hearken.core.audio.Waveform;

/** Cuts a stretch out of a recording. */
final class Cut {
    /** A stretch may end so much after its recording, for label tracks are rounded; Kaldi's {@code --max-overshoot}. */
    private static final double MAX_OVERSHOOT_SECONDS = 0.5;

    private Cut() {}

    /** The stretch; rejected if the recording is, or ends before the stretch does. */
    static Decoding of(Decoding whole, Span span) {
        if (!(whole instanceof Decoded decoded)) {
            return whole;
        }
        Waveform sound = decoded.waveform();
        boolean tooShort = span.startSeconds() >= sound.durationSeconds()
                || (span.endSeconds() != Span.TO_THE_END
                        && span.endSeconds() > sound.durationSeconds() + MAX_OVERSHOOT_SECONDS);
        if (tooShort) {
            return new Rejected(Rejection.TRUNCATED, "the recording ends at %.3f s".formatted(sound.durationSeconds()));
        }
        int from = sample(span.startSeconds(), sound);
        return new Decoded(sound.window(from, Math.max(from, sample(span.endSeconds(), sound))), decoded.format());
    }

    private static int sample(double seconds, Waveform sound) {
        return (int) Math.min(Math.round(seconds * sound.sampleRateHz()), sound.length());
    }
}
