package dev.hearken.lab.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RealFftTest {
    @Test
    void aTransformOfFourIsTheOneDoneByHand() {
        double[] re = new double[3];
        double[] im = new double[3];
        RealFft.ofSize(4).forward(new double[] {1, 2, 3, 5}, re, im);
        // X0 = 11, X1 = (1 - 3) + i (5 - 2), X2 = 1 - 2 + 3 - 5.
        assertThat(re).containsExactly(new double[] {11, -2, -3}, within(1e-12));
        assertThat(im).containsExactly(new double[] {0, 3, 0}, within(1e-12));
    }

    @Test
    void allSizesAgreeWithTheDefinitionAndComeBack() {
        RandomGenerator random = Signals.seeded(1);
        for (int size = 4; size <= 256; size *= 2) {
            double[] signal = random.doubles(size).toArray();
            double[] re = new double[size / 2 + 1];
            double[] im = new double[size / 2 + 1];
            RealFft.ofSize(size).forward(signal, re, im);
            for (int bin = 0; bin <= size / 2; bin++) {
                double sumRe = 0;
                double sumIm = 0;
                for (int i = 0; i < size; i++) {
                    sumRe += signal[i] * Math.cos(2 * Math.PI * bin * i / size);
                    sumIm -= signal[i] * Math.sin(2 * Math.PI * bin * i / size);
                }
                assertThat(re[bin]).isCloseTo(sumRe, within(1e-9));
                assertThat(im[bin]).isCloseTo(sumIm, within(1e-9));
            }
            double[] back = new double[size];
            RealFft.ofSize(size).inverse(re, im, back);
            assertThat(back).containsExactly(signal, within(1e-12));
        }
    }
}
