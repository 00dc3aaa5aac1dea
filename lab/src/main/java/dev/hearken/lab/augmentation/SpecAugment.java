package dev.hearken.lab.augmentation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Blanks random bands and stretches of a spectrogram, so that a network does not lean on any one of them.
 *
 * <p>Each mask's width is drawn uniformly from 0 to its greatest, then its place; masks may overlap. Masked values
 * become the mean of all values, which for a log spectrogram is neutral where zero is not. There is no time warping: the
 * paper found it the least of the three. Source: Park et al., SpecAugment, Interspeech 2019,
 * https://arxiv.org/abs/1904.08779 (T, m_T, p, F and m_F there, in this order).
 *
 * @param mostFrames greatest width of a time mask in frames, at least 0
 * @param timeMasks how many time masks, at least 0
 * @param mostOfFrames greatest width of a time mask as a fraction of the clip's frames, in [0, 1]
 * @param mostChannels greatest width of a frequency mask in channels, at least 0
 * @param channelMasks how many frequency masks, at least 0
 */
public record SpecAugment(int mostFrames, int timeMasks, double mostOfFrames, int mostChannels, int channelMasks) {
    public SpecAugment {
        if (mostFrames < 0 || timeMasks < 0 || mostChannels < 0 || channelMasks < 0) {
            throw new IllegalArgumentException("widths and counts must not be negative, got %d, %d, %d, %d"
                    .formatted(mostFrames, timeMasks, mostChannels, channelMasks));
        }
        if (!(mostOfFrames >= 0 && mostOfFrames <= 1)) {
            throw new IllegalArgumentException("mostOfFrames must lie in [0, 1], got " + mostOfFrames);
        }
    }

    /**
     * Masks {@code spectrogram} in place.
     *
     * @param spectrogram shape [frames, channels], row-major
     * @throws IllegalArgumentException if the array's length is not a multiple of {@code channels}
     */
    public void mask(float[] spectrogram, int channels, RandomGenerator random) {
        if (channels <= 0 || spectrogram.length % channels != 0) {
            throw new IllegalArgumentException(spectrogram.length + " values in rows of " + channels);
        }
        int frames = spectrogram.length / channels;
        float fill = mean(spectrogram);
        int widest = (int) Math.min(mostFrames, Math.floor(mostOfFrames * frames));
        for (int i = 0; i < timeMasks; i++) {
            int width = random.nextInt(Math.min(widest, frames) + 1);
            int from = random.nextInt(frames - width + 1);
            fill(spectrogram, channels, from, from + width, 0, channels, fill);
        }
        for (int i = 0; i < channelMasks; i++) {
            int width = random.nextInt(Math.min(mostChannels, channels) + 1);
            int from = random.nextInt(channels - width + 1);
            fill(spectrogram, channels, 0, frames, from, from + width, fill);
        }
    }

    private static float mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : (float) (sum / values.length);
    }

    private static void fill(
            float[] values, int channels, int fromFrame, int toFrame, int fromChannel, int toChannel, float fill) {
        for (int frame = fromFrame; frame < toFrame; frame++) {
            Arrays.fill(values, frame * channels + fromChannel, frame * channels + toChannel, fill);
        }
    }
}
