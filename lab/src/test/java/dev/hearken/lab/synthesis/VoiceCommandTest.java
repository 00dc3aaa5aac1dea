package dev.hearken.lab.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of the user's own: a shell script that writes down what it was given, and a tone. */
class VoiceCommandTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Path script;

    @BeforeEach
    void writeAScript() throws IOException {
        script = folder.resolve("bark");
        // 8 kHz, mono, 16 bits, 1,600 bytes of sound (octal 100 6): a square wave.
        Files.writeString(script, """
                #!/bin/sh
                for a in "$@"; do echo "$a"; done > %s
                { printf 'RIFF\\150\\006\\000\\000WAVEfmt \\020\\000\\000\\000\\001\\000\\001\\000'
                  printf '\\100\\037\\000\\000\\200\\076\\000\\000\\002\\000\\020\\000data\\100\\006\\000\\000'
                  i=0; while [ $i -lt 100 ]; do printf '\\000\\020\\000\\020\\000\\020\\000\\020\\000\\360\\000\\360\\000\\360\\000\\360'
                  i=$((i+1)); done; } > "$2"
                """.formatted(folder.resolve("given")));
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    private List<Voice> voices(VoiceCommand command) {
        return command.voices(new ProgramPath(List.of(folder)), PATIENCE);
    }

    @Test
    void aProgramIsGivenTheTextAsOneWordThatNoShellReads() throws IOException {
        VoiceCommand command =
                VoiceCommand.parse("bark --out {wav} --say \"{text}, please\" --rate={rate}", Language.ENGLISH);
        Voice voice = voices(command).get(0);
        assertThat(voice.id()).isEqualTo("bark/default");
        assertThat(voice.speak(new Utterance("$(hey) {wav} 'you'", 1.5, 1)))
                .isInstanceOfSatisfying(
                        Spoken.class,
                        spoken -> assertThat(spoken.waveform().length()).isEqualTo(800));
        assertThat(Files.readAllLines(folder.resolve("given")))
                .hasSize(5)
                .contains("--say", "$(hey) {wav} 'you', please", "--rate=1.50");
    }

    @Test
    void aFileOfCommandsNamesTheirVoices() throws IOException {
        Files.writeString(folder.resolve("commands.json"), """
                [{"name": "bark", "command": ["%s", "--out", "{wav}", "{file}", "{voice}"], "language": "de",
                  "licence": "MIT", "voices": ["v2/de_speaker_0", "v2/de_speaker_1"]},
                 {"name": "absent", "command": ["no-such-program", "{wav}", "{text}"]}]
                """.formatted(script));
        VoiceSearch search = new VoiceSearch(
                new ProgramPath(List.of(folder)), folder, Map.of(), new Language("de"), List.of(), PATIENCE);
        List<Voice> voices = Voices.installed(search).all();
        assertThat(voices).extracting(Voice::id).containsExactly("bark/v2/de_speaker_0", "bark/v2/de_speaker_1");
        assertThat(voices).extracting(Voice::licence).containsOnly("MIT");
        assertThat(voices.get(1).speak(Utterance.of("hallo"))).isInstanceOf(Spoken.class);
        assertThat(Files.readAllLines(folder.resolve("given"))).endsWith("v2/de_speaker_1");
    }

    @Test
    void aCommandThatCannotReadOrWriteIsRefused() throws IOException {
        refused(() -> VoiceCommand.parse("bark --text {text}", Language.ENGLISH));
        refused(() -> VoiceCommand.parse("bark --out {wav}", Language.ENGLISH));
        refused(() -> VoiceCommand.parse("  ", Language.ENGLISH));
        Path file = Files.writeString(folder.resolve("commands.json"), "{\"name\": ");
        refused(() -> VoiceCommand.read(file));
        Files.writeString(file, "[{\"name\": \"x\"}]");
        refused(() -> VoiceCommand.read(file));
    }

    private static void refused(ThrowingCallable call) {
        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo("VOICE_COMMAND_INVALID"));
    }
}
