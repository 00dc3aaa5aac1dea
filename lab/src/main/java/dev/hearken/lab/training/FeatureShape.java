package dev.hearken.lab.training;

/**
 * The lengths of one example's features.
 *
 * @param frames steps in time
 * @param channels values a frame
 */
public record FeatureShape(int frames, int channels) {
    public FeatureShape {
        if (frames < 1 || channels < 1) {
            throw new IllegalArgumentException(frames + " frames of " + channels + " channels");
        }
    }

    int size() {
        return frames * channels;
    }
}
