package dev.hearken.lab.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.audio.Waveform;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final Waveform PHRASE = constant(9_600, 0.5f);

    private final Placement placement = new Placement(16, List.of(constant(64_000, 0.1f)));

    @Test
    void leavesThePhraseWhereItSaysAndSilenceAroundItWhenAlone() {
        Placement.Placed placed = placement.alone(PHRASE, new SplittableRandom(1));

        assertThat(placed.end() - placed.start()).isEqualTo(9_600);
        assertThat(placed.sound().sample(placed.start() - 1)).isZero();
        assertThat(placed.sound().sample(placed.start())).isEqualTo(0.5f);
        assertThat(placed.sound().sample(placed.end() - 1)).isEqualTo(0.5f);
        assertThat(placed.sound().sample(placed.end())).isZero();
    }

    @Test
    void givesADetectorAWholeStretchToHearBeforeThePhraseEnds() {
        for (int seed = 0; seed < 50; seed++) {
            assertThat(placement.place(PHRASE, new SplittableRandom(seed)).end())
                    .isGreaterThanOrEqualTo(Ear.samples(16));
        }
    }

    @Test
    void letsOthersTalkBeforeOrBehindAsLoudAsThePhrase() {
        boolean before = false;
        boolean behind = false;
        for (int seed = 0; seed < 50; seed++) {
            Placement.Placed placed = placement.place(PHRASE, new SplittableRandom(seed));
            before |= Math.abs(placed.sound().sample(0) - 0.5f) < 1e-3;
            behind |= Math.abs(placed.sound().sample(placed.sound().length() - 1) - 0.5f) < 1e-3;
        }
        assertThat(before).isTrue();
        assertThat(behind).isTrue();
    }

    private static Waveform constant(int samples, float value) {
        float[] array = new float[samples];
        Arrays.fill(array, value);
        return Waveform.of(array, Ear.RATE_HZ);
    }
}
