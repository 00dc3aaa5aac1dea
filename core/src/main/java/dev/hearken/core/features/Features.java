package dev.hearken.core.features;

import java.util.Arrays;
import java.util.Objects;

/**
 * The features of one recording: a table of finite numbers, one row a frame, one column a channel.
 *
 * <p>Immutable; the array is owned and copied in and out.
 */
public final class Features {
    private final float[] values;
    private final int frames;
    private final int channels;

    private Features(float[] values, int frames, int channels) {
        this.values = values;
        this.frames = frames;
        this.channels = channels;
    }

    /**
     * Features with these values.
     *
     * @param values row-major, shape [frames, channels]; copied
     * @throws IllegalArgumentException if the values do not fill the shape
     */
    public static Features of(float[] values, int frames, int channels) {
        if (frames < 0 || channels < 1 || values.length != (long) frames * channels) {
            throw new IllegalArgumentException(
                    values.length + " values do not fill " + frames + " frames of " + channels + " channels");
        }
        return new Features(values.clone(), frames, channels);
    }

    /** The number of frames. */
    public int frames() {
        return frames;
    }

    /** The number of channels a frame has. */
    public int channels() {
        return channels;
    }

    /** The value of one channel in one frame. */
    public float value(int frame, int channel) {
        Objects.checkIndex(channel, channels);
        return values[Objects.checkIndex(frame, frames) * channels + channel];
    }

    /** A copy of all values, row-major, shape [frames, channels]. */
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Features that && channels == that.channels && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + channels;
    }

    @Override
    public String toString() {
        return "Features[%d frames x %d channels]".formatted(frames, channels);
    }
}
