package dev.hearken.lab.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hearken.core.audio.Waveform;
import org.junit.jupiter.api.Test;

class SilenceTrimTest {
    /** At 1 kHz a frame is 10 samples: 100 of silence, 50 loud, 20 soft by 20 dB, 130 of silence. */
    private static Waveform clip() {
        float[] samples = new float[300];
        for (int i = 100; i < 170; i++) {
            samples[i] = i < 150 ? 0.5f : 0.05f;
        }
        return Waveform.of(samples, 1_000);
    }

    @Test
    void silenceIsCutToTheMargin() {
        Waveform trimmed = new SilenceTrim(40, 0.02).trim(clip());
        assertThat(trimmed).isEqualTo(clip().window(80, 190));
    }

    @Test
    void whatIsSofterThanTheThresholdCountsAsSilence() {
        Waveform trimmed = new SilenceTrim(19, 0).trim(clip());
        assertThat(trimmed).isEqualTo(clip().window(100, 150));
    }

    @Test
    void marginsEndWithTheClip() {
        assertThat(new SilenceTrim(40, 5).trim(clip())).isEqualTo(clip());
    }

    @Test
    void aSilentClipIsLeftAsItIs() {
        Waveform silence = Waveform.of(new float[25], 1_000);
        assertThat(SilenceTrim.STANDARD.trim(silence)).isEqualTo(silence);
        assertThat(SilenceTrim.isSilent(silence)).isTrue();
        assertThat(SilenceTrim.isSilent(clip())).isFalse();
    }

    @Test
    void aLastFrameThatIsShortIsKept() {
        float[] samples = new float[25];
        samples[24] = 0.5f;
        assertThat(new SilenceTrim(40, 0).trim(Waveform.of(samples, 1_000)).length())
                .isEqualTo(5);
    }

    @Test
    void thresholdsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SilenceTrim(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SilenceTrim(40, -1));
    }
}
