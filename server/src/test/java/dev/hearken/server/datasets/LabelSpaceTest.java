package dev.hearken.server.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelSpaceTest {
    private final Random random = new Random(7);

    @Test
    void aPointAmongThoseOfAnotherLabelIsOddAndTheOthersAreNot() {
        List<float[]> vectors = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            vectors.add(around(i % 3));
            labels.add("label " + i % 3);
        }
        vectors.add(around(2));
        labels.add("label 0");

        double[] oddness = new LabelSpace(vectors, labels).oddness();

        assertThat(oddness[60]).isEqualTo(1);
        assertThat(oddness[0]).isZero();
    }

    @Test
    void thePlaneIsTheOneOnWhichLabelsLieApartHoweverMuchAnotherDimensionVaries() {
        List<float[]> vectors = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            vectors.add(
                    new float[] {(float) (1_000 * random.nextGaussian()), i % 2 + 0.01f * (float) random.nextGaussian()
                    });
            labels.add(i % 2 == 0 ? "low" : "high");
        }
        double[][] plane = new LabelSpace(vectors, labels).plane();

        assertThat(Math.abs(plane[0][0] - plane[1][0])).isGreaterThan(50);
        assertThat(Math.abs(plane[0][0] - plane[2][0])).isLessThan(10);
    }

    @Test
    void oneClipAloneIsNotOdd() {
        LabelSpace space = new LabelSpace(List.of(new float[] {1, 2, 3}), List.of("only"));

        assertThat(space.oddness()).containsExactly(0);
        assertThat(space.plane()[0]).containsExactly(new double[] {0, 0}, within(1e-9));
    }

    @Test
    void whatAFeatureTellsIsTheShareOfItsVarianceBetweenLabels() {
        FeatureSpread apart = FeatureSpread.of("rms", new double[] {1, 1, 3, 3}, List.of("a", "a", "b", "b"));
        assertThat(apart.telling()).isEqualTo(1);
        assertThat(apart.reading())
                .isEqualTo(
                        "Rms tells the labels apart well (100 % of its variance lies between labels): lowest for a, highest for b.");

        FeatureSpread alike = FeatureSpread.of("rms", new double[] {1, 3, 1, 3}, List.of("a", "a", "b", "b"));
        assertThat(alike.telling()).isZero();
        assertThat(alike.labels().get(0).median()).isEqualTo(2);
        assertThat(alike.labels().get(0).p25()).isEqualTo(1.5);
    }

    private float[] around(int label) {
        float[] vector = new float[6];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (i == label ? 10 : 0) + (float) random.nextGaussian();
        }
        return vector;
    }
}
