package dev.hearken.core.evaluation;

/** Where a share of the standard normal distribution ends: its quantile function, the inverse of Φ. */
public final class NormalDeviate {
    // P. J. Acklam's rational approximations, relative error below 1.15e-9: one in the middle, one in the tails.
    private static final double[] MIDDLE_TOP = {
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00
    };
    private static final double[] MIDDLE_BOTTOM = {
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01,
        1
    };
    private static final double[] TAIL_TOP = {
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00
    };
    private static final double[] TAIL_BOTTOM = {
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1
    };
    private static final double TAIL = 0.02425;

    private NormalDeviate() {}

    /**
     * The deviate below which this share lies.
     *
     * @param share in (0, 1)
     */
    public static double of(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("a share must be between 0 and 1, got " + share);
        }
        if (share > 1 - TAIL) {
            return -of(1 - share);
        }
        if (share < TAIL) {
            double q = Math.sqrt(-2 * Math.log(share));
            return polynomial(TAIL_TOP, q) / polynomial(TAIL_BOTTOM, q);
        }
        double q = share - 0.5;
        return q * polynomial(MIDDLE_TOP, q * q) / polynomial(MIDDLE_BOTTOM, q * q);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }
}
