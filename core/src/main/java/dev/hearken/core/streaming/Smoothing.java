package dev.hearken.core.streaming;

/** The mean of the last few probabilities of one label, of which those before the stream count as 0. */
public final class Smoothing {
    private final float[] last;
    private int next;

    /**
     * A stream that has not begun.
     *
     * @param frames how many probabilities are averaged, positive
     */
    public Smoothing(int frames) {
        this.last = new float[frames];
    }

    /** The score of the next frame. */
    public float push(float probability) {
        last[next] = probability;
        next = (next + 1) % last.length;
        double sum = 0;
        // From the oldest on, so that a score does not depend on where the ring stands.
        for (int i = 0; i < last.length; i++) {
            sum += last[(next + i) % last.length];
        }
        return (float) (sum / last.length);
    }

    /** The scores of a whole stream; as long as {@code probabilities}. */
    public static float[] of(float[] probabilities, int frames) {
        Smoothing smoothing = new Smoothing(frames);
        float[] scores = new float[probabilities.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = smoothing.push(probabilities[i]);
        }
        return scores;
    }
}
