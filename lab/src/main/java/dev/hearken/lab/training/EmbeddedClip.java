package dev.hearken.lab.training;

import dev.hearken.core.audio.Waveform;

/**
 * A clean recording and what the frozen network makes of it.
 *
 * <p>The network pads nothing in time, so the embeddings of a window that starts on a frame are a stretch of those of the whole.
 */
public final class EmbeddedClip {
    private final Waveform waveform;
    private final float[] tap;
    private final float[] end;

    EmbeddedClip(Waveform waveform, float[] tap, float[] end) {
        this.waveform = waveform;
        this.tap = tap;
        this.end = end;
    }

    /** How many windows of this length there are, each starting on a frame; at least one if it is as long as a window. */
    int windows(int samples) {
        return Math.max(0, (waveform.length() - samples) / FrozenEmbedding.HOP_SAMPLES + 1);
    }

    Waveform window(int index, int samples) {
        int from = index * FrozenEmbedding.HOP_SAMPLES;
        return waveform.window(from, from + samples);
    }

    /** Writes the embeddings of the window at {@code index} into a row of a batch's. */
    void fill(int index, Frames tapRows, Frames endRows, int row) {
        tapRows.fill(row, tap, FrozenEmbedding.TAP_FRAMES_A_HOP * index);
        endRows.fill(row, end, index);
    }

    float[] tap() {
        return tap;
    }

    float[] end() {
        return end;
    }
}
