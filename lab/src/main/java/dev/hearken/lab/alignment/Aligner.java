package dev.hearken.lab.alignment;

import dev.hearken.core.audio.Waveform;
import java.util.List;

/** Finds when each word of a transcript is said. */
public interface Aligner extends AutoCloseable {
    /**
     * Aligns a recording of at most a few minutes, at any sample rate.
     *
     * @param words as said, in lower case, of the letters {@code a} to {@code z} and apostrophes
     */
    Alignment align(Waveform speech, List<String> words);

    @Override
    void close();
}
