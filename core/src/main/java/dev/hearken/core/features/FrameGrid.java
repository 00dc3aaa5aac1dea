package dev.hearken.core.features;

/**
 * Where frames lie on a recording: how many samples one looks at, how far the next one is, and how far the first starts before the
 * recording does.
 *
 * @param windowSamples samples a frame looks at, positive
 * @param hopSamples samples from the start of a frame to the start of the next, positive
 * @param padSamples samples put before the first sample, and as many after the last, not negative
 */
public record FrameGrid(int windowSamples, int hopSamples, int padSamples) {
    public FrameGrid {
        if (windowSamples < 1) {
            throw new IllegalArgumentException("windowSamples must be positive, got " + windowSamples);
        }
        if (hopSamples < 1) {
            throw new IllegalArgumentException("hopSamples must be positive, got " + hopSamples);
        }
        if (padSamples < 0) {
            throw new IllegalArgumentException("padSamples must not be negative, got " + padSamples);
        }
    }

    /** A grid without padding: all frames lie wholly inside the recording. */
    public static FrameGrid of(int windowSamples, int hopSamples) {
        return new FrameGrid(windowSamples, hopSamples, 0);
    }

    /** The number of whole frames on {@code samples} samples; 0 if there are too few for one. */
    public int frames(int samples) {
        long rest = (long) samples + 2L * padSamples - windowSamples;
        return rest < 0 ? 0 : (int) (rest / hopSamples) + 1;
    }

    /** The sample at which a frame starts; negative inside the padding. */
    public long start(int frame) {
        return (long) frame * hopSamples - padSamples;
    }

    /** The fewest samples that give this many frames; 0 for none. */
    public int samplesFor(int frames) {
        return frames < 1
                ? 0
                : Math.max(
                        0, Math.addExact(Math.multiplyExact(frames - 1, hopSamples), windowSamples) - 2 * padSamples);
    }
}
