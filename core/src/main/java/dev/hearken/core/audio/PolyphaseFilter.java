package dev.hearken.core.audio;

import java.util.Arrays;

/**
 * The {@link KaiserSinc} cut into phases for one ratio {@code up / down} in lowest terms: output {@code p + up * k} lies {@code down * k}
 * inputs after output {@code p} and uses the same taps, so all outputs of one phase are made together.
 *
 * <p>For a phase, tap {@code t} adds {@code tap * input[first + t + down * k]} to every output {@code k}. With the input dealt out
 * beforehand into {@code down} rows, that is a plain multiply-add over two arrays, which the JIT compiles to vector instructions.
 */
final class PolyphaseFilter {
    private final int up;
    private final int down;
    private final int tapCount;
    /** Row {@code p} holds the taps of phase {@code p}; each row sums to 1, so that a constant comes out exactly. */
    private final float[][] taps;

    PolyphaseFilter(int up, int down) {
        this.up = up;
        this.down = down;
        this.tapCount = tapCount(up, down);
        this.taps = new float[up][];
        for (int phase = 0; phase < up; phase++) {
            taps[phase] = taps(phase);
        }
    }

    /** How many coefficients the filter for this ratio has. */
    static long size(int up, int down) {
        return (long) up * tapCount(up, down);
    }

    /** Filters; the result has {@code outputs} samples. */
    float[] apply(float[] input, int outputs) {
        float[] output = new float[outputs];
        int perPhase = (outputs + up - 1) / up;
        float[][] rows = deal(input, perPhase);
        float[] sums = new float[perPhase];
        for (int phase = 0; phase < Math.min(up, outputs); phase++) {
            int count = (outputs - phase + up - 1) / up;
            Arrays.fill(sums, 0);
            int first = (int) ((long) phase * down / up);
            for (int t = 0; t < tapCount; t++) {
                int at = first + t;
                addScaled(sums, rows[at % down], at / down, taps[phase][t], count);
            }
            for (int k = 0; k < count; k++) {
                output[phase + k * up] = sums[k];
            }
        }
        return output;
    }

    private static void addScaled(float[] sums, float[] row, int offset, float factor, int count) {
        for (int k = 0; k < count; k++) {
            sums[k] += factor * row[offset + k];
        }
    }

    /** Row {@code r}, column {@code c} is input {@code r + down * c - lead}: the lead-in zeros make every index positive. */
    private float[][] deal(float[] input, int perPhase) {
        int lead = lead();
        int columns = perPhase + (tapCount + down) / down + 1;
        float[][] rows = new float[down][columns];
        for (int r = 0; r < down; r++) {
            float[] row = rows[r];
            int from = lead > r ? (lead - r + down - 1) / down : 0;
            for (int c = from; c < columns; c++) {
                long at = r + (long) down * c - lead;
                if (at >= input.length) {
                    break;
                }
                row[c] = input[(int) at];
            }
        }
        return rows;
    }

    /** The taps of one phase: how much each input from {@code lead} before the output's place to {@code lead} after it counts. */
    private float[] taps(int phase) {
        double fraction = (double) ((long) phase * down % up) / up;
        double slower = Math.min(1, (double) up / down);
        double[] exact = new double[tapCount];
        double sum = 0;
        for (int t = 0; t < tapCount; t++) {
            exact[t] = KaiserSinc.at((t - lead() - fraction) * slower);
            sum += exact[t];
        }
        float[] rounded = new float[tapCount];
        for (int t = 0; t < tapCount; t++) {
            rounded[t] = (float) (exact[t] / sum);
        }
        return rounded;
    }

    private int lead() {
        return tapCount / 2 - 1;
    }

    private static int tapCount(int up, int down) {
        return 2 * (1 + (int) Math.ceil(KaiserSinc.HALF_WIDTH * Math.max(1, (double) down / up)));
    }
}
