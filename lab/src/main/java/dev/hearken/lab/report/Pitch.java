package dev.hearken.lab.report;

import dev.hearken.core.audio.Waveform;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The pitch of a voice: the median over its voiced frames of the lag at which a frame is most like itself (normalised autocorrelation). */
final class Pitch {
    private static final int LOWEST_HZ = 60;
    private static final int HIGHEST_HZ = 400;
    private static final int FRAMES_PER_SECOND = 25;

    /** Speech is long enough in this many seconds; more would only take time. */
    private static final int SECONDS = 3;

    private static final int LEAST_VOICED_FRAMES = 3;

    /** As like itself as this, a frame is voiced. */
    private static final double VOICED = 0.8;

    /** The first lag nearly as good as the best is the period; the best itself may be twice as long. */
    private static final double NEARLY = 0.9;

    private Pitch() {}

    /** In hertz, from 60 to 400; NaN where fewer than three frames are voiced. */
    static double hzOf(Waveform waveform) {
        int rate = waveform.sampleRateHz();
        float[] samples =
                waveform.window(0, Math.min(waveform.length(), SECONDS * rate)).toArray();
        int hop = rate / FRAMES_PER_SECOND;
        int reach = hop + rate / LOWEST_HZ;
        double[] voiced = IntStream.range(0, Math.max(0, (samples.length - reach) / hop))
                .mapToDouble(frame -> hzOf(samples, frame * hop, hop, rate))
                .filter(hz -> !Double.isNaN(hz))
                .sorted()
                .toArray();
        return voiced.length < LEAST_VOICED_FRAMES ? Double.NaN : voiced[voiced.length / 2];
    }

    private static double hzOf(float[] samples, int from, int length, int rate) {
        int shortest = rate / HIGHEST_HZ;
        double[] likeness = IntStream.rangeClosed(shortest, rate / LOWEST_HZ)
                .mapToDouble(lag -> likeness(samples, from, length, lag))
                .toArray();
        double best = DoubleStream.of(likeness).max().orElse(0);
        if (best < VOICED) {
            return Double.NaN;
        }
        for (int i = 1; i < likeness.length - 1; i++) {
            boolean peak = likeness[i] >= likeness[i - 1] && likeness[i] >= likeness[i + 1];
            if (peak && likeness[i] >= NEARLY * best) {
                return (double) rate / (shortest + i);
            }
        }
        return Double.NaN;
    }

    private static double likeness(float[] samples, int from, int length, int lag) {
        double product = 0;
        double here = 0;
        double there = 0;
        for (int i = from; i < from + length; i++) {
            product += samples[i] * samples[i + lag];
            here += samples[i] * samples[i];
            there += samples[i + lag] * samples[i + lag];
        }
        return product / Math.sqrt(here * there + Float.MIN_NORMAL);
    }
}
