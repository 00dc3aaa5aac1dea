package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    @Property(tries = 50)
    void nothingWithinReachIsMissedAndNothingElseIsFound(@ForAll long seed, @ForAll @IntRange(max = 60) int size) {
        Random random = new Random(seed);
        List<float[]> points = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            points.add(new float[] {random.nextFloat(), 3 * random.nextFloat(), random.nextFloat()});
        }
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                if (distance(points.get(i), points.get(j)) <= 0.4) {
                    expected.add(i + "-" + j);
                }
            }
        }

        assertThat(Neighbours.within(points, 0.4, size))
                .extracting(pair -> pair.first() + "-" + pair.second())
                .containsExactlyElementsOf(expected);
    }

    @Test
    void ofTooManyTheNearestAreKept() {
        List<float[]> points = List.of(new float[] {0}, new float[] {0.2f}, new float[] {0.1f});

        assertThat(Neighbours.within(points, 1, 1))
                .extracting(pair -> pair.first() + "-" + pair.second())
                .containsExactly("0-2", "1-2");
    }

    private static double distance(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double gap = one[i] - other[i];
            sum += gap * gap;
        }
        return Math.sqrt(sum);
    }
}
