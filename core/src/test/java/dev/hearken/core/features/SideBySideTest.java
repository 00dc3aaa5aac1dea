package dev.hearken.core.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hearken.core.audio.Waveform;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final LogMel LEVELS = LogMel.speech16k();
    private static final Mfcc COEFFICIENTS = Mfcc.keywords16k();

    @Test
    void aFrameHoldsWhatTheOneHeardAndThenWhatTheOtherHeard() {
        Waveform tone = Signals.risingTone(4000, 16000);
        try (FeatureExtractor both = FeatureExtractor.of(new SideBySide(LEVELS, COEFFICIENTS));
                FeatureExtractor levels = FeatureExtractor.of(LEVELS);
                FeatureExtractor coefficients = FeatureExtractor.of(COEFFICIENTS)) {
            Features stacked = both.extract(tone);

            assertThat(stacked.channels()).isEqualTo(40 + 40);
            assertThat(stacked.frames()).isEqualTo(both.frontEnd().frames(4000)).isEqualTo(1 + (4000 - 512) / 160);
            for (int channel = 0; channel < 40; channel++) {
                assertThat(stacked.value(7, channel))
                        .isEqualTo(levels.extract(tone).value(7, channel));
                assertThat(stacked.value(7, 40 + channel))
                        .isEqualTo(coefficients.extract(tone).value(7, channel));
            }
        }
    }

    @Test
    void frontEndsThatDoNotShareTheirFramesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SideBySide(LEVELS, LogMel.digits8k()))
                .withMessageContaining("16000 Hz, the other at 8000 Hz");
        LogMel slower = new LogMel(
                new Stft(16000, 512, 400, 320, Padding.NONE), LEVELS.bank(), LEVELS.spectrum(), LEVELS.log());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SideBySide(LEVELS, slower))
                .withMessageContaining("hopSamples=320");
    }

    @Test
    void whatMakesOneFrameOfAWholeClipIsRefusedBesideWhatMakesMany() {
        ClipStatistics whole = ClipStatistics.reference();
        LogMel many = new LogMel(
                new Stft(whole.sampleRateHz(), 2048, 2048, 512, Padding.ZERO),
                MelBank.slaney(40, 0, 8000),
                LogMel.Spectrum.POWER,
                LogScale.natural(1e-6f));

        assertThat(whole.extras()).isEqualTo(Set.of());
        assertThatIllegalArgumentException().isThrownBy(() -> new SideBySide(many, whole));
    }
}
