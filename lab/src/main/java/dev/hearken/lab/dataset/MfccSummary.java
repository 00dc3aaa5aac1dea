package dev.hearken.lab.dataset;

import dev.hearken.core.features.Features;

/**
 * A clip of any length as one row of numbers: the mean MFCC of five equal stretches of time, their deviation over all of it, and the
 * logarithm of its length in frames.
 */
final class MfccSummary {
    /** Enough to tell the parts of a short word from each other. */
    private static final int STRETCHES = 5;

    private MfccSummary() {}

    /** The row of one clip, (stretches + 1) x coefficients + 1 numbers. */
    static double[] of(Features mfcc) {
        int frames = mfcc.frames();
        int channels = mfcc.channels();
        double[] row = new double[(STRETCHES + 1) * channels + 1];
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            int from = frames * stretch / STRETCHES;
            // Of fewer frames than stretches some serve twice.
            int to = Math.max(from + 1, frames * (stretch + 1) / STRETCHES);
            for (int channel = 0; channel < channels; channel++) {
                row[stretch * channels + channel] = mean(mfcc, channel, from, to);
            }
        }
        for (int channel = 0; channel < channels; channel++) {
            row[STRETCHES * channels + channel] = deviation(mfcc, channel);
        }
        row[row.length - 1] = Math.log(frames);
        return row;
    }

    private static double mean(Features mfcc, int channel, int from, int to) {
        double sum = 0;
        for (int frame = from; frame < to; frame++) {
            sum += mfcc.value(frame, channel);
        }
        return sum / (to - from);
    }

    private static double deviation(Features mfcc, int channel) {
        double mean = mean(mfcc, channel, 0, mfcc.frames());
        double squares = 0;
        for (int frame = 0; frame < mfcc.frames(); frame++) {
            squares += Math.pow(mfcc.value(frame, channel) - mean, 2);
        }
        return Math.sqrt(squares / mfcc.frames());
    }
}
