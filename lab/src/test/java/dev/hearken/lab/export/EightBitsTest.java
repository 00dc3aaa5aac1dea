package dev.hearken.lab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.graph.NamedTensor;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EightBitsTest {
    @Test
    void aRangeAlwaysHoldsZeroExactly() {
        assertThat(ActivationRange.between(1, 5.1)).isEqualTo(new ActivationRange((float) (5.1 / 255), 0));
        assertThat(ActivationRange.between(-2.55, -1)).isEqualTo(new ActivationRange((float) (2.55 / 255), 255));
        assertThat(ActivationRange.between(-1.5, 1.05).zeroPoint()).isEqualTo(150);
        assertThat(ActivationRange.between(0, 0)).isEqualTo(new ActivationRange(1, 0));
    }

    @Test
    void aLoneOutlierIsLeftOutWhenThatCostsLessThanItsRange() {
        float[] values = new float[1_000_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 1_000_000f;
        }
        assertThat(ActivationRange.best(values).scale()).isCloseTo(1 / 255f, within(1e-5f));

        values[0] = 3;

        assertThat(ActivationRange.best(values).scale()).isCloseTo(1 / 255f, within(1e-5f));
    }

    @Test
    void eachOutputOfAWeightHasItsOwnScaleEvenOneWithoutWeights() {
        Int8Weight weight = Int8Weight.of(tensor(new float[] {63, -31, 0, 0, 0.25f, 1}, 3, 2), 0);

        assertThat(weight.scales()).containsExactly(1, 1, 1 / 63f);
        assertThat(weight.integers("w").getRawData().toByteArray()).containsExactly(63, -31, 0, 0, 16, 63);
        assertThat(weight.integers("w").getDimsList()).containsExactly(3L, 2L);
    }

    @Test
    void outputsMayStandInAnyAxis() {
        Int8Weight weight = Int8Weight.of(tensor(new float[] {63, 126, 21, 0}, 2, 2), 1);

        assertThat(weight.scales()).containsExactly(1, 2);
        assertThat(weight.integers("w").getRawData().toByteArray()).containsExactly(63, 63, 21, 0);
    }

    private static NamedTensor tensor(float[] values, long... shape) {
        GraphBuilder graph = new GraphBuilder();
        graph.parameter("a.weight", values, shape);
        return Objects.requireNonNull(
                NamedTensor.allIn(graph.toModel(Collections.emptySortedMap())).get("a.weight"));
    }
}
