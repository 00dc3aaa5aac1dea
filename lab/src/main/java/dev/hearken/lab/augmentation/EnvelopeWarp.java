package dev.hearken.lab.augmentation;

import java.util.Arrays;

/**
 * Moves the spectral envelope of speech along the frequency axis and leaves its harmonics where they are.
 *
 * <p>Frames of 32 ms (the next power of two), half overlapping under square-root Hann windows. The envelope is that of
 * linear prediction, of order one a kilohertz and two, from an autocorrelation with a lag window of 60 Hz, which keeps
 * it from following single harmonics. Weights stay within 24 dB, so that an empty part of the band is not blown up.
 */
final class EnvelopeWarp {
    private static final double FRAME_SECONDS = 0.024;
    private static final double LAG_WINDOW_HZ = 60;
    private static final double MOST_WEIGHT = 16;

    private final double factor;
    private final RealFft fft;
    private final double[] window;
    private final LinearPrediction prediction;
    private final double[] frame;
    private final double[] re;
    private final double[] im;
    private final double[] envelope;

    private EnvelopeWarp(int sampleRateHz, double factor) {
        this.factor = factor;
        fft = RealFft.holding((int) (sampleRateHz * FRAME_SECONDS));
        int size = fft.size();
        window = new double[size];
        for (int i = 0; i < size; i++) {
            window[i] = Math.sin(Math.PI * (i + 0.5) / size);
        }
        prediction = new LinearPrediction(2 + sampleRateHz / 1000, LAG_WINDOW_HZ / sampleRateHz);
        frame = new double[size];
        re = new double[size / 2 + 1];
        im = new double[size / 2 + 1];
        envelope = new double[size / 2 + 1];
    }

    /** {@code samples} with what stood at frequency f of the envelope at {@code factor} f, as loud as before. */
    static float[] warped(float[] samples, int sampleRateHz, double factor) {
        if (factor == 1) {
            return samples;
        }
        float[] warped = new EnvelopeWarp(sampleRateHz, factor).warped(samples);
        Levels.scaleToPower(warped, Levels.power(samples));
        return warped;
    }

    private float[] warped(float[] samples) {
        int size = fft.size();
        int hop = size / 2;
        float[] result = new float[samples.length];
        for (int start = -hop; start < samples.length; start += hop) {
            int from = Math.max(0, -start);
            int to = Math.min(size, samples.length - start);
            Arrays.fill(frame, 0);
            for (int i = from; i < to; i++) {
                frame[i] = window[i] * samples[start + i];
            }
            warpFrame();
            for (int i = from; i < to; i++) {
                result[start + i] += (float) (window[i] * frame[i]);
            }
        }
        return result;
    }

    private void warpFrame() {
        double[] predictor = prediction.of(frame);
        if (predictor.length == 0) {
            return;
        }
        double[] inverseFilter = Arrays.copyOf(predictor, fft.size());
        fft.forward(inverseFilter, re, im);
        for (int bin = 0; bin < envelope.length; bin++) {
            envelope[bin] = re[bin] * re[bin] + im[bin] * im[bin];
        }
        fft.forward(frame, re, im);
        for (int bin = 0; bin < envelope.length; bin++) {
            double weight = weight(bin);
            re[bin] *= weight;
            im[bin] *= weight;
        }
        fft.inverse(re, im, frame);
    }

    /** The envelope at the bin that moves here, over the envelope here; {@code envelope} holds inverse powers. */
    private double weight(int bin) {
        double source = Math.min(bin / factor, envelope.length - 1);
        int below = Math.min((int) source, envelope.length - 2);
        double part = source - below;
        double moved = (1 - part) * envelope[below] + part * envelope[below + 1];
        double weight = Math.sqrt(envelope[bin] / moved);
        return Math.max(1 / MOST_WEIGHT, Math.min(MOST_WEIGHT, weight));
    }
}
