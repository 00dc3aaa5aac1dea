package dev.hearken.core.audio;

import java.io.IOException;

/** Reads one container format. */
interface Decoder {
    /** Whether a recording that begins with these bytes (up to {@link AudioInput#HEAD_BYTES}) is of this format. */
    boolean recognises(byte[] head);

    /**
     * Decodes from the first byte of the recording to its end.
     *
     * @throws RejectedAudio if the recording is not taken
     * @throws IOException if the source fails
     */
    void decode(AudioInput input, MonoSink sink) throws IOException, RejectedAudio;
}
