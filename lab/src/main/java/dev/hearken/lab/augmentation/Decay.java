package dev.hearken.lab.augmentation;

/**
 * How fast a room's impulse response dies away.
 *
 * <p>Source: Schroeder, New method of measuring reverberation time, J. Acoust. Soc. Am. 37, 1965; the range of the fit is
 * T20 of ISO 3382-2.
 */
final class Decay {
    private static final double FROM_DB = -5;
    private static final double TO_DB = -25;

    private Decay() {}

    /** The time to decay by 60 dB, from a straight line through the energy left, in dB, between -5 and -25 dB; NaN
     * or infinite where fewer than two samples lie there. */
    static double t60Seconds(float[] response, int sampleRateHz) {
        double[] left = energyLeft(response);
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (int i = 0; i < left.length && left[i] > 0; i++) {
            double y = 10 * Math.log10(left[i] / left[0]);
            if (y <= FROM_DB && y >= TO_DB) {
                n++;
                sumX += i;
                sumY += y;
                sumXx += (double) i * i;
                sumXy += i * y;
            }
        }
        double decibelsPerSample = (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
        return -60 / decibelsPerSample / sampleRateHz;
    }

    /** The energy from each sample to the end: Schroeder's backward integral. */
    private static double[] energyLeft(float[] response) {
        double[] left = new double[response.length];
        double sum = 0;
        for (int i = response.length - 1; i >= 0; i--) {
            sum += (double) response[i] * response[i];
            left[i] = sum;
        }
        return left;
    }
}
