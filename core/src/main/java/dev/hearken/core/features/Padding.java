package dev.hearken.core.features;

/** What stands before the first and after the last sample when frames are cut: librosa's {@code center} and {@code pad_mode}. */
public enum Padding {
    /** Nothing: every frame lies wholly inside the recording ({@code center=False}); the only kind where a stream equals a file. */
    NONE,
    /** Half a DFT length of zeros on both sides ({@code center=True, pad_mode="constant"}). */
    ZERO,
    /** Half a DFT length of the recording mirrored on both sides, the edge sample not repeated ({@code center=True, pad_mode="reflect"}). */
    REFLECT
}
