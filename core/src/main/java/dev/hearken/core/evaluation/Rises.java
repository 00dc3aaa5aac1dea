package dev.hearken.core.evaluation;

import java.util.Arrays;

/**
 * Every step upwards of some score sequences, in the order of time: all that is needed to count threshold crossings, in half the memory of
 * the scores.
 *
 * <p>Sequence follows sequence with a gap between, so that none reaches into the next.
 */
final class Rises {
    private static final int FIRST_CAPACITY = 1 << 10;

    private float[] from = new float[FIRST_CAPACITY];
    private float[] to = new float[FIRST_CAPACITY];
    private int[] frame = new int[FIRST_CAPACITY];
    private int size;
    private int nextFrame;

    /** Takes a sequence in, which begins below every threshold. */
    void add(float[] scores, int gapFrames) {
        float before = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > before) {
                append(before, scores[i], nextFrame + i);
            }
            before = scores[i];
        }
        nextFrame = Math.addExact(nextFrame, scores.length + gapFrames);
    }

    /** How often the scores reach the threshold from below, at least so many frames after the time counted before. */
    int crossings(double threshold, int refractoryFrames) {
        int crossings = 0;
        int next = 0;
        for (int i = 0; i < size; i++) {
            if (to[i] >= threshold && from[i] < threshold && frame[i] >= next) {
                crossings++;
                next = frame[i] + refractoryFrames;
            }
        }
        return crossings;
    }

    /** Those alone that matter to this threshold and higher ones. */
    Rises reaching(double threshold) {
        Rises kept = new Rises();
        for (int i = 0; i < size; i++) {
            if (to[i] >= threshold) {
                kept.append(from[i], to[i], frame[i]);
            }
        }
        return kept;
    }

    /** The scores risen to, from the lowest to the highest. */
    float[] heights() {
        float[] heights = Arrays.copyOf(to, size);
        Arrays.sort(heights);
        return heights;
    }

    private void append(float newFrom, float newTo, int newFrame) {
        if (size == to.length) {
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
            frame = Arrays.copyOf(frame, 2 * size);
        }
        from[size] = newFrom;
        to[size] = newTo;
        frame[size++] = newFrame;
    }
}
