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
    private static final int TAPS_AT_ONCE = 4;

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

    /** How many inputs on each side of its place an output hears at most. */
    static int reach(int up, int down) {
        return tapCount(up, down) / 2;
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
        float[][] aligned = new float[TAPS_AT_ONCE][perPhase];
        float[] sums = new float[perPhase];
        for (int phase = 0; phase < Math.min(up, outputs); phase++) {
            int count = (outputs - phase + up - 1) / up;
            Arrays.fill(sums, 0);
            int first = (int) ((long) phase * down / up);
            for (int t = 0; t < tapCount; t += TAPS_AT_ONCE) {
                align(rows, first + t, aligned, count);
                addScaled(sums, count, taps[phase], t, aligned);
            }
            for (int k = 0; k < count; k++) {
                output[phase + k * up] = sums[k];
            }
        }
        return output;
    }

    /** The inputs that four taps in a row meet, copied to where the outputs' index finds them. */
    private void align(float[][] rows, int at, float[][] aligned, int count) {
        for (int i = 0; i < TAPS_AT_ONCE; i++) {
            System.arraycopy(rows[(at + i) % down], (at + i) / down, aligned[i], 0, count);
        }
    }

    /**
     * Four taps a pass, because loading and storing the sums would cost more than one multiplication does; all arrays under one index,
     * because only then does the JIT (of JDK 17) see that they do not overlap.
     */
    private static void addScaled(float[] sums, int count, float[] phaseTaps, int tap, float[][] aligned) {
        float factor0 = phaseTaps[tap];
        float factor1 = phaseTaps[tap + 1];
        float factor2 = phaseTaps[tap + 2];
        float factor3 = phaseTaps[tap + 3];
        float[] input0 = aligned[0];
        float[] input1 = aligned[1];
        float[] input2 = aligned[2];
        float[] input3 = aligned[3];
        for (int k = 0; k < count; k++) {
            sums[k] += factor0 * input0[k] + factor1 * input1[k] + factor2 * input2[k] + factor3 * input3[k];
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
        int needed = 2 * (1 + (int) Math.ceil(KaiserSinc.HALF_WIDTH * Math.max(1, (double) down / up)));
        return (needed + TAPS_AT_ONCE - 1) / TAPS_AT_ONCE * TAPS_AT_ONCE;
    }
}
