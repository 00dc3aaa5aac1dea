package dev.hearken.lab.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trellis finds what trying every path finds. */
class CtcPathTest {
    private static final int BLANK = 0;
    private static final int LABELS = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void noPathThatSpellsTheLabelsIsLikelierThanTheOneFound(int frames) {
        Random random = new Random(frames);
        for (int[] labels : new int[][] {{1}, {2, 1}, {1, 1}, {1, 2, 1}, {2, 2, 2}}) {
            for (int trial = 0; trial < 20; trial++) {
                double[][] logProbabilities = randomly(random, frames);
                double best = bestByTrying(logProbabilities, labels);
                assertThat(CtcPath.through(logProbabilities, labels, BLANK, false)
                                .map(CtcPath::logProbability)
                                .orElse(Double.NEGATIVE_INFINITY))
                        .satisfies(found -> assertThat(Math.exp(found)).isCloseTo(Math.exp(best), within(1e-12)));
            }
        }
    }

    @Test
    void equalLabelsNeedABlankBetweenThem() {
        double[][] two = randomly(new Random(1), 2);
        assertThat(CtcPath.through(two, new int[] {1, 1}, BLANK, false)).isEmpty();
        assertThat(CtcPath.through(two, new int[] {1, 2}, BLANK, false)).isPresent();
        assertThat(CtcPath.through(new double[0][], new int[] {1}, BLANK, false))
                .isEmpty();
    }

    @Test
    void eachLabelIsWhereItsFramesAre() {
        double[][] frames = certainly(0, 1, 1, 0, 2, 2, 2, 0);
        CtcPath path = CtcPath.through(frames, new int[] {1, 2}, BLANK, false).orElseThrow();
        assertThat(path.segments()).extracting(CtcPath.Segment::start).containsExactly(1, 4);
        assertThat(path.segments()).extracting(CtcPath.Segment::end).containsExactly(3, 7);
    }

    @Test
    void withFreeEndsWhatIsSaidBeforeAndBehindCostsNothing() {
        double[][] frames = certainly(2, 2, 2, 0, 1, 2, 0, 1, 1);
        CtcPath free = CtcPath.through(frames, new int[] {1, 2}, BLANK, true).orElseThrow();
        assertThat(free.segments()).extracting(CtcPath.Segment::start).containsExactly(4, 5);
        assertThat(free.logProbability())
                .isGreaterThan(CtcPath.through(frames, new int[] {1, 2}, BLANK, false)
                        .orElseThrow()
                        .logProbability());
    }

    @Test
    void theBlankIsNothingThatIsSaid() {
        assertThatThrownBy(() -> CtcPath.through(certainly(0), new int[] {BLANK}, BLANK, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double[][] certainly(int... says) {
        double[][] frames = new double[says.length][LABELS];
        for (int t = 0; t < says.length; t++) {
            for (int label = 0; label < LABELS; label++) {
                frames[t][label] = Math.log(says[t] == label ? 0.9 : 0.05);
            }
        }
        return frames;
    }

    private static double[][] randomly(Random random, int frames) {
        double[][] logProbabilities = new double[frames][LABELS];
        for (double[] frame : logProbabilities) {
            double sum = 0;
            for (int label = 0; label < LABELS; label++) {
                frame[label] = random.nextDouble();
                sum += frame[label];
            }
            for (int label = 0; label < LABELS; label++) {
                frame[label] = Math.log(frame[label] / sum);
            }
        }
        return logProbabilities;
    }

    /** Every sequence of outputs, kept if it says the labels once repetitions are merged and blanks taken out. */
    private static double bestByTrying(double[][] logProbabilities, int[] labels) {
        int frames = logProbabilities.length;
        double best = Double.NEGATIVE_INFINITY;
        for (int code = 0; code < Math.pow(LABELS, frames); code++) {
            List<Integer> said = new ArrayList<>();
            double sum = 0;
            int before = BLANK;
            for (int t = 0, rest = code; t < frames; t++, rest /= LABELS) {
                int output = rest % LABELS;
                sum += logProbabilities[t][output];
                if (output != BLANK && output != before) {
                    said.add(output);
                }
                before = output;
            }
            if (said.equals(Arrays.stream(labels).boxed().toList())) {
                best = Math.max(best, sum);
            }
        }
        return best;
    }
}
