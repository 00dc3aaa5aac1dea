package dev.hearken.core.audio;

/**
 * The low-pass filter of the {@link Resampler}: a sinc under a Kaiser window, designed by Kaiser's formulas (J. F. Kaiser, "Nonrecursive
 * digital filter design using the I0-sinh window function", 1974) for 100 dB of stop-band attenuation and a pass band up to 0.91 of the
 * lower Nyquist frequency, with the stop band beginning at that Nyquist frequency.
 *
 * <p>Time is counted in samples of the slower side, so one design serves every pair of rates: 71.2 samples to either side,
 * beta 10.06, cut-off in the middle of the transition band.
 */
final class KaiserSinc {
    /** Where the pass band ends, as a fraction of the lower Nyquist frequency. */
    static final double PASS_BAND = 0.91;

    static final double STOP_BAND_ATTENUATION_DB = 100;

    private static final double BETA = 0.1102 * (STOP_BAND_ATTENUATION_DB - 8.7);
    private static final double CUT_OFF = (1 + PASS_BAND) / 2;

    /** Half the filter's length; Kaiser's estimate is (A - 7.95) / (2.285 dw) taps, with dw in radians a sample. */
    static final double HALF_WIDTH = (STOP_BAND_ATTENUATION_DB - 7.95) / (2.285 * Math.PI * (1 - PASS_BAND)) / 2;

    private static final double I0_OF_BETA = besselI0(BETA);

    private KaiserSinc() {}

    /** The impulse response at this time, in samples of the slower side; its integral over all time is 1. */
    static double at(double time) {
        double edge = time / HALF_WIDTH;
        if (Math.abs(edge) >= 1) {
            return 0;
        }
        double window = besselI0(BETA * Math.sqrt(1 - edge * edge)) / I0_OF_BETA;
        double angle = Math.PI * CUT_OFF * time;
        double sinc = Math.abs(angle) < 1e-9 ? 1 : Math.sin(angle) / angle;
        return CUT_OFF * sinc * window;
    }

    /** The modified Bessel function of the first kind and order 0, by its power series. */
    private static double besselI0(double x) {
        double square = x * x / 4;
        double term = 1;
        double sum = 1;
        for (int k = 1; term > sum * 1e-17; k++) {
            term *= square / ((double) k * k);
            sum += term;
        }
        return sum;
    }
}
