package dev.hearken.core.audio;

/**
 * The {@link KaiserSinc} for ratios with too many phases to store, such as 44,101 to 16,000 Hz: taps are read from one table of the
 * impulse response with linear interpolation between entries (J. O. Smith, "Digital Audio Resampling").
 */
final class InterpolatedFilter {
    /** Table entries a sample of the slower side: linear interpolation then errs by (pi / 512)^2 / 8, some -106 dB. */
    private static final int STEPS = 512;

    private static final float[] TABLE = table();

    private InterpolatedFilter() {}

    /** Filters at the ratio {@code up / down}; the result has {@code outputs} samples. */
    static float[] apply(float[] input, int up, int down, int outputs) {
        return apply(input, 0, up, down, 0, outputs);
    }

    /**
     * A stretch of what filters a longer recording.
     *
     * @param input the recording from its sample {@code firstInput} on, or as much of it as the filter reaches
     * @param firstOutput the sample of the result to begin with
     */
    static float[] apply(float[] input, long firstInput, int up, int down, long firstOutput, int outputs) {
        double slower = Math.min(1, (double) up / down);
        float[] output = new float[outputs];
        for (int j = 0; j < outputs; j++) {
            long scaled = Math.multiplyExact(firstOutput + j, (long) down);
            int place = (int) (scaled / up - firstInput);
            double fraction = (double) (scaled % up) / up;
            double before = wing(input, place, -1, fraction * slower, slower);
            double behind = wing(input, place + 1, 1, (1 - fraction) * slower, slower);
            output[j] = (float) ((before + behind) * slower);
        }
        return output;
    }

    /** The inputs to one side, from {@code from} on, the first of them {@code time} away and each next one {@code step} further. */
    private static double wing(float[] input, int from, int direction, double time, double step) {
        int reached = (int) ((KaiserSinc.HALF_WIDTH - time) / step) + 1;
        int there = direction < 0 ? from + 1 : input.length - from;
        int count = Math.min(reached, there);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double at = (time + i * step) * STEPS;
            int index = (int) at;
            float entry = TABLE[index];
            sum += input[from + i * direction] * (entry + (float) (at - index) * (TABLE[index + 1] - entry));
        }
        return sum;
    }

    private static float[] table() {
        float[] table = new float[(int) Math.ceil(KaiserSinc.HALF_WIDTH * STEPS) + 3];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) KaiserSinc.at((double) i / STEPS);
        }
        return table;
    }
}
