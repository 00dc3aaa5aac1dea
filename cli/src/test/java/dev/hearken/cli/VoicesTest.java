package dev.hearken.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoicesTest {
    @TempDir
    Path folder;

    private Called voices(String verb, String... more) {
        List<String> words = new ArrayList<>(
                List.of("voices", verb, "--home", folder.resolve("home").toString()));
        words.addAll(List.of(more));
        return Called.with(words.toArray(String[]::new));
    }

    @Test
    void enginesAreListedWithSpeakersLicencesAndHowToGetMore() {
        Called listed = voices("list");
        assertThat(listed.exitCode()).isZero();
        assertThat(listed.out()).contains(" different speakers", "for more: ", "hearken voices fetch kokoro");
    }

    @Test
    void aVoiceSaysATextToAFile() {
        assumeTrue(
                voices("list", "--all", "--language", "de").outLines().contains("espeak-ng/de"),
                "espeak-ng is not installed");
        Path file = folder.resolve("hallo.wav");
        Called said = voices("say", "espeak-ng/de", "hallo computer", "--language", "de", "--out", file.toString());
        assertThat(said.out()).contains("hallo.wav: ", " at 22,050 Hz");
        assertThat(AudioReader.standard().read(file)).isInstanceOf(Decoded.class);
    }

    @Test
    void whatCannotBeSaidIsToldByItsCode() {
        assertThat(voices("say", "nobody", "hey").err()).contains("VOICE_NOT_FOUND");
        assertThat(voices("list", "--language", "!").err()).contains("LANGUAGE_INVALID");
        assertThat(voices("list", "--voice-command", "bark {text}").err()).contains("VOICE_COMMAND_INVALID");
        assertThat(Called.with("voices").err()).contains("say what");
    }

    @Test
    void withoutANameTheFilesAreListed() {
        assertThat(voices("fetch").outLines())
                .anyMatch(line -> line.startsWith("kokoro ") && line.contains("Apache-2.0"));
        assertThat(voices("fetch", "nothing").err()).contains("VOICE_SET_UNKNOWN", "en_US-lessac-medium");
    }
}
