package dev.hearken.lab.augmentation;

import static dev.hearken.lab.augmentation.Signals.seeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hearken.core.audio.Waveform;
import java.util.List;
import org.junit.jupiter.api.Test;

class AugmentationChainTest {
    private static final Waveform CLIP = Signals.vowel(110, 700, 0.4, 8_000);

    static final AugmentationChain EVERYTHING = AugmentationChain.empty()
            .then(0.9, new Speed(new Range(0.9, 1.1)))
            .then(0.9, new TimeStretch(new Range(0.9, 1.1)))
            .then(
                    0.9,
                    new OneOf(List.of(
                            new SpeakerScale(new Range(0.85, 1.18)),
                            new FormantShift(new Range(0.85, 1.18)),
                            new PitchShift(new Range(0.8, 1.25)))))
            .then(0.9, new Shift(new Range(-0.1, 0.1)))
            .then(0.9, SmallRoom.simulated(2, new Range(0.08, 0.2), 8_000, 1))
            .then(0.9, new NoiseAtSnr(Noise.Colour.PINK, new Range(0, 30)))
            .then(0.9, new Equalize(new Range(-6, 6)))
            .then(0.9, new BandLimit(new Range(50, 300), new Range(3_000, 3_900)))
            .then(0.9, new Gain(new Range(-12, 6)))
            .then(0.9, new Clipping(new Range(0.3, 1)))
            .then(0.9, new MuLaw());

    @Test
    void theSameSeedGivesTheSameSamplesAndAnotherSeedOthers() {
        for (long seed = 0; seed < 20; seed++) {
            Waveform once = EVERYTHING.apply(CLIP, seeded(seed));
            assertThat(once).isEqualTo(EVERYTHING.apply(CLIP, seeded(seed)));
            assertThat(once).isNotEqualTo(EVERYTHING.apply(CLIP, seeded(seed + 100)));
        }
    }

    @Test
    void theClipItselfIsNotAltered() {
        float[] before = CLIP.toArray();
        EVERYTHING.apply(CLIP, seeded(1));
        assertThat(CLIP.toArray()).containsExactly(before);
    }

    @Test
    void probabilityZeroNeverAndOneAlwaysApplies() {
        Gain louder = new Gain(Range.exactly(20));
        for (long seed = 0; seed < 50; seed++) {
            assertThat(AugmentationChain.empty().then(0, louder).apply(CLIP, seeded(seed)))
                    .isEqualTo(CLIP);
            assertThat(AugmentationChain.empty().then(1, louder).apply(CLIP, seeded(seed)))
                    .isEqualTo(louder.apply(CLIP, seeded(seed)));
        }
    }

    @Test
    void stepsAreAppliedInTheirOrder() {
        Waveform loud = Waveform.of(new float[] {1, 4}, 8_000);
        Clipping half = new Clipping(Range.exactly(0.5));
        Shift out = new Shift(Range.exactly(-1 / 8_000.0));
        // Cut at 2, then moved out by one; the other way round the highest that is left, 4, is cut at 2.
        AugmentationChain cutFirst =
                AugmentationChain.empty().then(1, half).then(1, new Shift(Range.exactly(1 / 8_000.0)));
        AugmentationChain moveFirst = AugmentationChain.empty()
                .then(1, new Shift(Range.exactly(1 / 8_000.0)))
                .then(1, half);
        assertThat(cutFirst.apply(loud, seeded(1)).toArray()).containsExactly(0, 1);
        assertThat(moveFirst.apply(loud, seeded(1)).toArray()).containsExactly(0, 0.5f);
        assertThat(out.apply(loud, seeded(1)).toArray()).containsExactly(4, 0);
    }

    @Test
    void aProbabilityOutsideZeroToOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AugmentationChain.empty().then(1.5, new MuLaw()))
                .withMessageContaining("1.5");
    }
}
