package dev.hearken.lab.augmentation;

import static dev.hearken.lab.augmentation.Signals.decibels;
import static dev.hearken.lab.augmentation.Signals.powerAt;
import static dev.hearken.lab.augmentation.Signals.seeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomAndMicrophoneTest {
    @Test
    void theDecayOfAnExponentialIsItsOwn() {
        float[] response = new float[8_000];
        for (int i = 0; i < response.length; i++) {
            // Amplitude 10^-3, which is -60 dB, after 0.4 s at 16 kHz.
            response[i] = (float) Math.pow(10, -3.0 * i / 6_400);
        }
        assertThat(Decay.t60Seconds(response, 16_000)).isCloseTo(0.4, within(0.001));
    }

    @Test
    void roomsDecayInTheTimeAskedFor() {
        for (double t60 : new double[] {0.08, 0.2, 0.6}) {
            for (Waveform response :
                    SmallRoom.simulated(4, Range.exactly(t60), 16_000, 7).responses()) {
                assertThat(Decay.t60Seconds(response.toArray(), 16_000)).isCloseTo(t60, within(0.1 * t60));
                assertThat(response.length()).isEqualTo((int) Math.ceil(t60 * 16_000));
                assertThat(Levels.power(response.toArray()) * response.length()).isCloseTo(1, within(1e-4));
            }
        }
    }

    @Test
    void theFirstReflectionOfAHandMadeRoomArrivesWhereGeometrySaysSo() {
        // 1 m apart, both 0.5 m above the floor: the floor's image is sqrt(1 + 1) = 1.414 m away, 0.414 m further:
        // 0.414 / 343 x 16,000 = 19.3 samples after the direct sound. The next walls are 10 m away.
        Shoebox room = new Shoebox(
                new Shoebox.Point(20, 20, 20), new Shoebox.Point(10, 10, 0.5), new Shoebox.Point(11, 10, 0.5));
        float[] response = room.images(0.5, 16_000);
        assertThat(response[0]).isEqualTo(1);
        // V / S = 20 / 6 m, so Eyring keeps exp(-55.262 / 343 x 3.3333 / 0.5) = 0.3416 of the energy.
        assertThat(response[19]).isCloseTo((float) (Math.sqrt(0.3416) / Math.sqrt(2)), within(1e-3f));
        response[0] = 0;
        response[19] = 0;
        assertThat(Arrays.copyOf(response, 400)).containsOnly(0);
    }

    @Test
    void aRoomConvolvesAndKeepsLengthAndLevel() {
        Waveform response = Waveform.of(new float[] {1, 0, 0.5f}, 8_000);
        Waveform clip = Waveform.of(new float[] {1, 0, 0, 0, 2}, 8_000);
        Waveform heard = SmallRoom.measured(List.of(response)).apply(clip, seeded(1));
        // Convolved: 1 0 0.5 0 2, of energy 5.25 against 5 before.
        float factor = (float) Math.sqrt(5 / 5.25);
        assertThat(heard.toArray())
                .containsExactly(new float[] {factor, 0, 0.5f * factor, 0, 2 * factor}, within(1e-6f));
    }

    @Test
    void roomsOfOneSeedAreTheSameRooms() {
        Range t60 = new Range(0.1, 0.3);
        assertThat(SmallRoom.simulated(3, t60, 8_000, 4).responses())
                .isEqualTo(SmallRoom.simulated(3, t60, 8_000, 4).responses())
                .isNotEqualTo(SmallRoom.simulated(3, t60, 8_000, 5).responses());
    }

    @Test
    void aClipAtAnotherRateThanTheRoomIsRefused() {
        SmallRoom room = SmallRoom.simulated(1, Range.exactly(0.1), 8_000, 4);
        assertThatIllegalArgumentException().isThrownBy(() -> room.apply(Signals.tone(9, 1, 1, 16_000), seeded(1)));
    }

    @Test
    void anEqualizerKeepsTheLevelAndChangesTheBalance() {
        Waveform low = Signals.tone(200, 0.3, 0.5, 16_000);
        Waveform high = Signals.tone(3_000, 0.3, 0.5, 16_000);
        float[] both = new float[low.length()];
        for (int i = 0; i < both.length; i++) {
            both[i] = low.sample(i) + high.sample(i);
        }
        Waveform clip = Waveform.of(both, 16_000);
        Waveform coloured = new Equalize(new Range(-10, 10)).apply(clip, seeded(2));
        assertThat(Levels.power(coloured.toArray())).isCloseTo(Levels.power(both), within(1e-5));
        double balance = decibels(powerAt(coloured, 200) / powerAt(coloured, 3_000));
        assertThat(Math.abs(balance)).isBetween(1.0, 30.0);
        assertThat(new Equalize(Range.exactly(0)).apply(clip, seeded(2)).toArray())
                .containsExactly(both, within(1e-5f));
    }

    @Test
    void aPeakFilterHasItsGainAtItsCentre() {
        float[] samples = Signals.tone(1_000, 0.1, 0.5, 16_000).toArray();
        Biquad.peak(1_000 / 16_000.0, 1, 6).filter(samples);
        double gained = powerAt(Waveform.of(samples, 16_000), 1_000) / 0.005;
        assertThat(decibels(gained)).isCloseTo(6, within(0.05));
    }

    @Test
    void theTelephoneLosesThreeDecibelsAtItsEdgesAndTwentyFourAnOctaveBelow() {
        assertThat(throughTelephone(1_000)).isCloseTo(0, within(0.2));
        assertThat(throughTelephone(300)).isCloseTo(-3, within(0.2));
        assertThat(throughTelephone(3_400)).isCloseTo(-3, within(0.2));
        assertThat(throughTelephone(150)).isCloseTo(-24.1, within(0.5));
    }

    private static double throughTelephone(double hz) {
        Waveform heard = BandLimit.TELEPHONE.apply(Signals.tone(hz, 0.1, 1, 16_000), seeded(1));
        return decibels(powerAt(heard, hz) / 0.005);
    }
}
