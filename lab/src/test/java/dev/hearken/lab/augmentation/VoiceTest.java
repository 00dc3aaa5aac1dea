package dev.hearken.lab.augmentation;

import static dev.hearken.lab.augmentation.Signals.centreHz;
import static dev.hearken.lab.augmentation.Signals.pitchHz;
import static dev.hearken.lab.augmentation.Signals.seeded;
import static dev.hearken.lab.augmentation.Signals.strongestHz;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import org.junit.jupiter.api.Test;

class VoiceTest {
    private static final Waveform TONE = Signals.tone(400, 0.5, 0.5, 16_000);
    private static final Waveform VOWEL = Signals.vowel(120, 1_000, 0.5, 16_000);

    @Test
    void speedMultipliesFrequencyAndDividesLength() {
        Waveform faster = new Speed(Range.exactly(1.25)).apply(TONE, seeded(1));
        assertThat(faster.length()).isEqualTo(6_400);
        assertThat(strongestHz(faster, 300, 700)).isCloseTo(500, within(1.0));
        Waveform slower = new Speed(Range.exactly(0.8)).apply(TONE, seeded(1));
        assertThat(slower.length()).isEqualTo(10_000);
        assertThat(strongestHz(slower, 200, 700)).isCloseTo(320, within(1.0));
    }

    @Test
    void speedKeepsTheLevelOfATone() {
        Waveform faster = new Speed(Range.exactly(1.1)).apply(TONE, seeded(1));
        assertThat(Levels.power(faster.toArray())).isCloseTo(0.125, within(0.001));
    }

    @Test
    void whatSpeedWouldLiftOverTheBandIsRemovedAndNotFoldedBack() {
        Waveform high = Signals.tone(7_000, 0.5, 0.5, 16_000);
        Waveform faster = new Speed(Range.exactly(1.5)).apply(high, seeded(1));
        // 7 kHz would become 10.5 kHz and fold back to 5.5 kHz.
        assertThat(Levels.power(faster.toArray())).isLessThan(0.125 * 1e-4);
    }

    @Test
    void aTimeStretchKeepsTheFrequencyAndDividesTheLength() {
        for (double factor : new double[] {0.8, 0.93, 1.1, 1.3}) {
            Waveform stretched = new TimeStretch(Range.exactly(factor)).apply(TONE, seeded(1));
            assertThat(stretched.length()).isEqualTo((int) Math.round(8_000 / factor));
            assertThat(strongestHz(stretched, 300, 500)).isCloseTo(400, within(2.0));
            assertThat(Levels.power(stretched.toArray())).isCloseTo(0.125, within(0.006));
        }
    }

    @Test
    void aSmallerSpeakerHasHigherPitchAndFormantsAtTheSameTempo() {
        Waveform smaller = new SpeakerScale(Range.exactly(1.2)).apply(VOWEL, seeded(1));
        assertThat(smaller.length()).isEqualTo(8_000);
        assertThat(pitchHz(smaller)).isCloseTo(144, within(2.0));
        assertThat(centreHz(smaller, 800, 1_600)).isCloseTo(1_200, within(30.0));
    }

    @Test
    void aFormantShiftMovesTheFormantAndLeavesThePitch() {
        assertThat(pitchHz(VOWEL)).isCloseTo(120, within(1.0));
        // Harmonics 120 Hz apart carry the formant, so its centre is known to about 40 Hz.
        assertThat(centreHz(VOWEL, 600, 1_500)).isCloseTo(1_000, within(40.0));
        for (double factor : new double[] {0.85, 1.15, 1.25}) {
            Waveform shifted = new FormantShift(Range.exactly(factor)).apply(VOWEL, seeded(1));
            assertThat(shifted.length()).isEqualTo(8_000);
            assertThat(pitchHz(shifted)).isCloseTo(120, within(1.0));
            assertThat(Levels.power(shifted.toArray()) / Levels.power(VOWEL.toArray()))
                    .isCloseTo(1, within(1e-3));
            assertThat(centreHz(shifted, 600 * factor, 1_500 * factor)).isCloseTo(1_000 * factor, within(40.0));
        }
    }

    @Test
    void aPitchShiftMovesThePitchAndLeavesTheFormant() {
        for (double factor : new double[] {0.8, 1.25}) {
            Waveform shifted = new PitchShift(Range.exactly(factor)).apply(VOWEL, seeded(1));
            assertThat(shifted.length()).isEqualTo(8_000);
            assertThat(pitchHz(shifted)).isCloseTo(120 * factor, within(2.0));
            assertThat(centreHz(shifted, 600, 1_500)).isCloseTo(1_000, within(40.0));
        }
    }

    @Test
    void voicesOfSilenceAndOfNothingAreSilenceAndNothing() {
        Waveform silence = Waveform.of(new float[500], 8_000);
        Waveform nothing = Waveform.of(new float[0], 8_000);
        for (Augmentation voice : new Augmentation[] {
            new SpeakerScale(Range.exactly(1.2)),
            new FormantShift(Range.exactly(1.2)),
            new PitchShift(Range.exactly(0.9))
        }) {
            assertThat(voice.apply(silence, seeded(1))).isEqualTo(silence);
            assertThat(voice.apply(nothing, seeded(1))).isEqualTo(nothing);
        }
    }

    @Test
    void factorsOutsideTheirLimitsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Speed(new Range(0, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new FormantShift(new Range(1, 3)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(Double.NaN, 1));
    }
}
