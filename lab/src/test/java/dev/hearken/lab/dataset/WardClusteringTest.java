package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WardClusteringTest {
    @Test
    void whatLiesTogetherIsOneCluster() {
        assertThat(WardClustering.cluster(points(0, 10, 1, 11, 0.5), 2)).containsExactly(0, 1, 0, 1, 0);
    }

    /** On 0, 1, 3, 4.5 it joins 0-1 for 1/2 and 3-4.5 for 9/8; then all for 2*2/4 * (3.75 - 0.5)^2. */
    @Test
    void theCheapestJoinComesFirst() {
        assertThat(WardClustering.cluster(points(0, 1, 3, 4.5), 3)).containsExactly(0, 0, 1, 2);
        assertThat(WardClustering.cluster(points(0, 1, 3, 4.5), 2)).containsExactly(0, 0, 1, 1);
    }

    @Test
    void equalPointsAndFewPointsAreNoTrouble() {
        assertThat(WardClustering.cluster(points(7, 7, 7, 7), 2)).containsOnly(0, 1);
        assertThat(WardClustering.cluster(points(1, 2), 5)).containsExactly(0, 1);
        assertThat(WardClustering.cluster(List.of(), 5)).isEmpty();
    }

    @Test
    void manyPointsGoToTheNearestCentreOfSome() {
        Random random = new Random(1);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < 7_000; i++) {
            points.add(new double[] {i % 2 * 100 + random.nextGaussian(), random.nextGaussian()});
        }

        int[] cluster = WardClustering.cluster(points, 2);

        for (int i = 0; i < cluster.length; i++) {
            assertThat(cluster[i]).isEqualTo(cluster[i % 2]);
        }
        assertThat(cluster[0]).isNotEqualTo(cluster[1]);
    }

    private static List<double[]> points(double... values) {
        return Arrays.stream(values).mapToObj(value -> new double[] {value}).toList();
    }
}
