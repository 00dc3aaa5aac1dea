package dev.hearken.lab.augmentation;

import java.util.Arrays;

/**
 * Waveform-similarity overlap-add: makes speech longer or shorter and keeps its pitch and formants.
 *
 * <p>Hann windows of 25 ms, half overlapping. Each is taken near its due place, within 7 ms, where it best continues
 * the one before by normalised correlation: found on every fourth sample and lag, then refined.
 * Source: Verhelst and Roelands, An overlap-add technique based on waveform similarity, ICASSP 1993.
 */
final class Wsola {
    private static final double WINDOW_SECONDS = 0.025;
    private static final double SEARCH_SECONDS = 0.007;
    private static final int COARSE = 4;

    private final float[] signal;
    private final float[] window;
    private final int hop;
    private final int search;
    private final int offset;

    private Wsola(float[] samples, int sampleRateHz, int length) {
        hop = Math.max(4, (int) (sampleRateHz * WINDOW_SECONDS / 2));
        search = Math.max(COARSE, (int) (sampleRateHz * SEARCH_SECONDS));
        offset = search + COARSE + hop;
        signal = new float[Math.max(samples.length, length) + 2 * offset + 4 * hop];
        System.arraycopy(samples, 0, signal, offset, samples.length);
        window = new float[2 * hop];
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(Math.PI * (i + 0.5) / hop));
        }
    }

    /** {@code samples} spread over {@code length} samples, at least 0. */
    static float[] stretched(float[] samples, int sampleRateHz, int length) {
        if (samples.length == length || samples.length == 0) {
            return Arrays.copyOf(samples, length);
        }
        return new Wsola(samples, sampleRateHz, length).stretched(samples.length, length);
    }

    private float[] stretched(int from, int length) {
        float[] result = new float[length + 2 * hop];
        double ratio = (double) from / length;
        int taken = offset - hop;
        addWindow(result, -hop, taken);
        for (int at = 0; at < length; at += hop) {
            int due = offset + (int) Math.round(at * ratio);
            taken = bestContinuation(taken + hop, due);
            addWindow(result, at, taken);
        }
        return Arrays.copyOf(result, length);
    }

    private void addWindow(float[] result, int at, int taken) {
        for (int i = Math.max(0, -at); i < 2 * hop && at + i < result.length; i++) {
            result[at + i] += window[i] * signal[taken + i];
        }
    }

    /** The place within the search range of {@code due} that is most like {@code natural}, what would have followed. */
    private int bestContinuation(int natural, int due) {
        int best = due;
        double bestScore = 0;
        for (int lag = -search; lag <= search; lag += COARSE) {
            double score = similarity(natural, due + lag, COARSE);
            if (score > bestScore) {
                bestScore = score;
                best = due + lag;
            }
        }
        int coarse = best;
        bestScore = 0;
        for (int place = coarse - COARSE + 1; place < coarse + COARSE; place++) {
            double score = similarity(natural, place, 1);
            if (score > bestScore) {
                bestScore = score;
                best = place;
            }
        }
        return best;
    }

    /** Correlation over a window, normalised by the candidate's energy: the other's is the same for all. */
    private double similarity(int natural, int place, int stride) {
        float product = 0;
        float energy = 1e-9f;
        for (int i = 0; i < 2 * hop; i += stride) {
            float candidate = signal[place + i];
            product += signal[natural + i] * candidate;
            energy += candidate * candidate;
        }
        return product / Math.sqrt(energy);
    }
}
