package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearken.core.HearkenException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HoldoutTest {
    private static final LabelledClip TAP = LabelledClip.of(Path.of("noise", "running_tap.flac"), "noise");

    @Test
    void theNameAloneDecides() {
        // zlib.crc32(b"running_tap.flac") / 2**32 is 0.6119...
        assertThat(new Holdout(0.611).keepsOut(TAP)).isFalse();
        assertThat(new Holdout(0.612).keepsOut(TAP)).isTrue();
        LabelledClip elsewhere = LabelledClip.of(Path.of("elsewhere", "running_tap.flac"), "other");
        assertThat(new Holdout(0.612).keepsOut(elsewhere)).isTrue();
    }

    @Test
    void aSpeakerIsKeptOutWhole() {
        // zlib.crc32(b"LJ") / 2**32 is 0.5434...
        for (String file : new String[] {"a.wav", "b.wav", "c.wav", "d.wav"}) {
            assertThat(new Holdout(0.55).keepsOut(LabelledClip.of(Path.of(file), "speech", "LJ")))
                    .isTrue();
            assertThat(new Holdout(0.54).keepsOut(LabelledClip.of(Path.of(file), "speech", "LJ")))
                    .isFalse();
        }
    }

    @Test
    void nothingAndEverythingAreShares() {
        assertThat(new Holdout(0).keepsOut(TAP)).isFalse();
        assertThat(new Holdout(1).keepsOut(TAP)).isTrue();
        assertThatThrownBy(() -> new Holdout(1.01))
                .isInstanceOf(HearkenException.class)
                .hasMessageContaining("1.01");
    }
}
