package dev.hearken.lab.dataset;

import dev.hearken.core.audio.Rejection;

/**
 * A labelled clip that cannot be used.
 *
 * @param clip what it was said to be
 * @param reason the stable code of why
 * @param detail one sentence for a person
 */
public record RejectedClip(LabelledClip clip, Rejection reason, String detail) {
    /** {@code yes/3.wav: NOT_AUDIO, the content is none of the formats that are read}. */
    @Override
    public String toString() {
        return clip.recording() + ": " + reason + ", " + detail;
    }
}
