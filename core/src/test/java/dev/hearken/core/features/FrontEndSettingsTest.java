package dev.hearken.core.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FrontEndSettingsTest {
    private static final Stft STFT = new Stft(16000, 512, 400, 160, Padding.NONE);

    @Test
    void theDigitFrontEndMakes61FramesOf40BandsFromOneSecond() {
        LogMel digits = LogMel.digits8k();
        assertThat(digits.sampleRateHz()).isEqualTo(8000);
        assertThat(digits.channels()).isEqualTo(40);
        assertThat(digits.frames(8000)).isEqualTo(1 + (8000 - 256) / 128).isEqualTo(61);
    }

    @Test
    void theKeywordFrontEndKeeps40Of64Coefficients() {
        Mfcc keywords = Mfcc.keywords16k();
        assertThat(keywords.channels()).isEqualTo(40);
        assertThat(keywords.logMel().channels()).isEqualTo(64);
        assertThat(keywords.frames(16000)).isEqualTo(97);
    }

    @Test
    void aRecordingTooShortToBeMirroredHasNoFrames() {
        Stft mirrored = new Stft(16000, 512, 512, 160, Padding.REFLECT);
        assertThat(mirrored.frames(256)).isZero();
        assertThat(mirrored.frames(257)).isEqualTo(2);
    }

    @Test
    void aMelFilterIsZeroAtItsEdgesAndOneAtItsCentre() {
        // 1000 mel apart by the HTK formula: 0, 1000 and 2000 mel are 0, 1000 and 3428.7 Hz.
        MelBank bank = MelBank.htk(1, 0, MelScale.HTK.hz(2000));
        assertThat(bank.weight(0, 0)).isZero();
        assertThat(bank.weight(0, MelScale.HTK.hz(1000))).isEqualTo(1);
        assertThat(bank.weight(0, MelScale.HTK.hz(1000) / 2)).isEqualTo(0.5);
        assertThat(bank.weight(0, 4000)).isZero();
    }

    @Test
    void slaneyMelsAreLinearBelowOneKilohertz() {
        assertThat(MelScale.SLANEY.mel(500)).isCloseTo(7.5, within(1e-12));
        assertThat(MelScale.SLANEY.mel(6400)).isCloseTo(15 + 27, within(1e-12));
        assertThat(MelScale.SLANEY.hz(7.5)).isCloseTo(500, within(1e-9));
    }

    @Test
    void settingsThatCannotBeAreRefusedWithTheValue() {
        assertRefused(() -> new Stft(0, 512, 400, 160, Padding.NONE), "got 0");
        assertRefused(() -> new Stft(16000, 511, 400, 160, Padding.NONE), "got 511");
        assertRefused(() -> new Stft(16000, 512, 513, 160, Padding.NONE), "got 513");
        assertRefused(() -> new Stft(16000, 512, 400, 0, Padding.NONE), "got 0");
        assertRefused(() -> MelBank.slaney(0, 0, 4000), "got 0");
        assertRefused(() -> MelBank.slaney(40, -1, 4000), "got -1.0");
        assertRefused(() -> MelBank.slaney(40, 4000, 4000), "got 4000.0");
        assertRefused(() -> LogScale.natural(0), "got 0.0");
        assertRefused(() -> new Mfcc(LogMel.speech16k(), 41), "got 41");
    }

    @Test
    void bandsMustFitTheTransform() {
        assertRefused(() -> logMel(MelBank.slaney(40, 0, 8001)), "got 8001.0");
        assertRefused(() -> logMel(MelBank.htk(200, 0, 8000)), "band 0 of 200 is narrower than a bin");
    }

    private static LogMel logMel(MelBank bank) {
        return new LogMel(STFT, bank, LogMel.Spectrum.POWER, LogScale.natural(1e-6f));
    }

    private static void assertRefused(ThrowingCallable construction, String message) {
        assertThatIllegalArgumentException().isThrownBy(construction).withMessageContaining(message);
    }
}
