package dev.hearken.core.audio;

/**
 * The {@link KaiserSinc} for ratios with too many phases to store, such as 44,101 to 16,000 Hz: taps are read from one table of the
 * impulse response with linear interpolation between entries (J. O. Smith, "Digital Audio Resampling").
 */
final class InterpolatedFilter {
    /** Table entries a sample of the slower side; the error of linear interpolation is then below the stop band's ripple. */
    private static final int STEPS = 2048;

    private static final float[] TABLE = table();

    private InterpolatedFilter() {}

    /** Filters at the ratio {@code up / down}; the result has {@code outputs} samples. */
    static float[] apply(float[] input, int up, int down, int outputs) {
        double slower = Math.min(1, (double) up / down);
        double reach = KaiserSinc.HALF_WIDTH / slower;
        float[] output = new float[outputs];
        for (int j = 0; j < outputs; j++) {
            long place = (long) j * down / up;
            double fraction = (double) ((long) j * down % up) / up;
            int from = (int) Math.max(0, place - (long) Math.floor(reach));
            int to = (int) Math.min(input.length - 1L, place + (long) Math.floor(reach) + 1);
            double sum = 0;
            for (int i = from; i <= to; i++) {
                sum += input[i] * tap(Math.abs(i - place - fraction) * slower);
            }
            output[j] = (float) (sum * slower);
        }
        return output;
    }

    private static double tap(double time) {
        double at = time * STEPS;
        int before = (int) at;
        if (before >= TABLE.length - 1) {
            return 0;
        }
        return TABLE[before] + (at - before) * (TABLE[before + 1] - TABLE[before]);
    }

    private static float[] table() {
        float[] table = new float[(int) Math.ceil(KaiserSinc.HALF_WIDTH * STEPS) + 2];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) KaiserSinc.at((double) i / STEPS);
        }
        return table;
    }
}
