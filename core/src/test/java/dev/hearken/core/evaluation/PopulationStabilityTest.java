package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {
    @Test
    void theIndexIsWorkedByHandOverNames() {
        // Shares 50.5/101 and 50.5/101 against 20.5/101 and 80.5/101:
        // (0.2030 - 0.5) ln(0.2030 / 0.5) + (0.7970 - 0.5) ln(0.7970 / 0.5) = 0.2678 + 0.1385
        PopulationStability moved =
                PopulationStability.ofNames(Map.of("yes", 50L, "no", 50L), Map.of("yes", 20L, "no", 80L));
        assertThat(moved.index()).isCloseTo(0.4063, within(1e-4));
        assertThat(moved.bins()).isEqualTo(2);
        assertThat(moved.reaches(PopulationStability.LARGE)).isTrue();
    }

    @Test
    void valuesAreCountedBetweenTheReferencesDeciles() {
        double[] reference = numbers(0, 99);
        PopulationStability same = PopulationStability.ofValues(reference, numbers(0, 99));
        assertThat(same.index()).isZero();
        assertThat(same.bins()).isEqualTo(10);
        assertThat(same.reference()).isEqualTo(100);
        assertThat(PopulationStability.ofValues(reference, numbers(50, 149)).index())
                .isGreaterThan(PopulationStability.LARGE);
    }

    @Test
    void aNameThatNeverCameBeforeIsMuchAndNotInfinite() {
        PopulationStability moved = PopulationStability.ofNames(Map.of("yes", 100L), Map.of("no", 100L));
        assertThat(moved.index()).isBetween(5.0, 20.0);
    }

    @Test
    void aFewValuesMoveFarByChanceAndThatIsNoDrift() {
        // 9 degrees of freedom: 16.92 (1/1000 + 1/20) = 0.863
        PopulationStability few = PopulationStability.ofValues(
                numbers(0, 999), new Random(7).doubles(20, 0, 1_000).toArray());
        assertThat(few.noise()).isCloseTo(0.863, within(0.01));
        assertThat(few.index()).isGreaterThan(PopulationStability.LARGE);
        assertThat(few.reaches(PopulationStability.LARGE)).isFalse();
    }

    @Test
    void theNoiseIsWhatNineteenInTwentyStayBelow() {
        Random random = new Random(1);
        double[] reference = random.doubles(1_000).toArray();
        long below = IntStream.range(0, 1_000)
                .mapToObj(trial -> PopulationStability.ofValues(
                        reference, random.doubles(200).toArray()))
                .filter(psi -> psi.index() <= psi.noise())
                .count();
        assertThat(below).isBetween(920L, 980L);
    }

    @Test
    void aReferenceOfOneValueTellsMoreFromNotMore() {
        PopulationStability moved = PopulationStability.ofValues(new double[] {3, 3, 3}, new double[] {4, 4, 4});
        assertThat(moved.bins()).isEqualTo(2);
        assertThat(moved.index()).isPositive();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PopulationStability.ofValues(new double[] {3}, new double[0]));
    }

    private static double[] numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).asDoubleStream().toArray();
    }
}
