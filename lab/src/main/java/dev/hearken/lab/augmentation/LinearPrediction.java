package dev.hearken.lab.augmentation;

/**
 * The coefficients of the filter that flattens a frame's spectrum: 1 over its power response is the spectral envelope.
 *
 * <p>Autocorrelation method with the Levinson-Durbin recursion, a Gaussian lag window (Tohkura, Itakura and Hashimoto,
 * IEEE ASSP 26, 1978) and a noise floor of -50 dB. Holds buffers: not for use by two threads.
 */
final class LinearPrediction {
    private static final double NOISE_FLOOR = 1e-5;

    private final int order;
    private final double[] lagWindow;
    private final double[] autocorrelation;
    private final double[] previous;

    /** @param lagBandwidth of the lag window, as a fraction of the sample rate */
    LinearPrediction(int order, double lagBandwidth) {
        this.order = order;
        lagWindow = new double[order + 1];
        for (int lag = 0; lag <= order; lag++) {
            double angle = 2 * Math.PI * lagBandwidth * lag;
            lagWindow[lag] = Math.exp(-0.5 * angle * angle);
        }
        lagWindow[0] += NOISE_FLOOR;
        autocorrelation = new double[order + 1];
        previous = new double[order + 1];
    }

    /** 1, a1, … of shape [order + 1]; empty for a silent frame, which has no envelope. */
    double[] of(double[] frame) {
        for (int lag = 0; lag <= order; lag++) {
            double sum = 0;
            for (int i = lag; i < frame.length; i++) {
                sum += frame[i] * frame[i - lag];
            }
            autocorrelation[lag] = sum * lagWindow[lag];
        }
        return autocorrelation[0] < 1e-9 ? new double[0] : levinsonDurbin();
    }

    private double[] levinsonDurbin() {
        double[] coefficients = new double[order + 1];
        coefficients[0] = 1;
        double error = autocorrelation[0];
        for (int i = 1; i <= order; i++) {
            double sum = autocorrelation[i];
            for (int j = 1; j < i; j++) {
                sum += coefficients[j] * autocorrelation[i - j];
            }
            double reflection = -sum / error;
            System.arraycopy(coefficients, 0, previous, 0, i);
            for (int j = 1; j < i; j++) {
                coefficients[j] = previous[j] + reflection * previous[i - j];
            }
            coefficients[i] = reflection;
            error *= 1 - reflection * reflection;
        }
        return coefficients;
    }
}
