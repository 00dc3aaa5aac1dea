package dev.hearken.lab.phrase;

/**
 * What the ear made of one sound; the array is owned.
 *
 * <p>Sounds of one group (a speaker, a source) are judged together: what is learned from one is no stranger to another.
 */
final class EmbeddedSound {
    private final String group;
    private final String text;
    private final float[] frames;

    /**
     * @param text what is said in it; empty if nobody wrote it down
     * @param frames row-major [frames, channels]; not copied, not to be changed
     */
    EmbeddedSound(String group, String text, float[] frames) {
        this.group = group;
        this.text = text;
        this.frames = frames;
    }

    String group() {
        return group;
    }

    String text() {
        return text;
    }

    /** Row-major [frames, channels]; the array itself. */
    float[] frames() {
        return frames;
    }

    int frameCount() {
        return frames.length / Ear.CHANNELS;
    }

    /** How long a {@link Hearing#framed} sound was before it was framed. */
    double seconds() {
        return frameCount() == 0 ? 0 : Math.max(0, Ear.samples(frameCount()) - Hearing.FRAMING) / (double) Ear.RATE_HZ;
    }
}
