package dev.hearken.lab.training;

/**
 * The embedding of one sound, and which part of the data it is of; the array is owned.
 *
 * <p>All sounds of one speaker or source are of one fold.
 */
public final class FoldedSequence {
    private final float[] values;
    private final int fold;

    /**
     * @param values row-major [frames, channels]; not copied, not to be changed
     * @param fold not negative
     */
    public FoldedSequence(float[] values, int fold) {
        if (fold < 0) {
            throw new IllegalArgumentException("fold " + fold);
        }
        this.values = values;
        this.fold = fold;
    }

    float[] values() {
        return values;
    }

    /** The part of the data it is of. */
    public int fold() {
        return fold;
    }
}
