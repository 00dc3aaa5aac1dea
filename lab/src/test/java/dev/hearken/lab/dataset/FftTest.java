package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FftTest {
    @Test
    void fourPointsCanBeWorkedByHand() {
        double[] real = {1, 2, 3, 4};
        double[] imaginary = new double[4];

        new Fft(4).forward(real, imaginary);

        assertThat(real).containsExactly(new double[] {10, -2, -2, -2}, within(1e-12));
        assertThat(imaginary).containsExactly(new double[] {0, 2, 0, -2}, within(1e-12));
    }

    @Test
    void aWaveOfThreeTurnsStandsAtThreeAndItsMirrorImage() {
        double[] real = new double[64];
        double[] imaginary = new double[64];
        for (int i = 0; i < 64; i++) {
            real[i] = Math.cos(2 * Math.PI * 3 * i / 64);
        }

        new Fft(64).forward(real, imaginary);

        for (int k = 0; k < 64; k++) {
            assertThat(real[k]).isCloseTo(k == 3 || k == 61 ? 32 : 0, within(1e-9));
        }
    }

    @Test
    void theSizeIsTheNextPowerOfTwo() {
        assertThat(Fft.sizeFor(1)).isEqualTo(2);
        assertThat(Fft.sizeFor(4)).isEqualTo(4);
        assertThat(Fft.sizeFor(5)).isEqualTo(8);
        assertThatIllegalArgumentException().isThrownBy(() -> new Fft(12));
    }
}
