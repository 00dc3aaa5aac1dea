package dev.hearken.lab.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engines that do what broken programs do: shell scripts in the place of flite. */
class FailingEnginesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder = Path.of("");

    /** A flite of one voice that lists itself and does {@code body} when it is to speak; $8 is the file it should write. */
    private Voice flite(String body, Duration timeout) throws IOException {
        Path program = folder.resolve("flite");
        Files.writeString(program, """
                #!/bin/sh
                case "$1" in
                --version) echo "version: flite-9.9 Sep 2018"; exit 0;;
                -lv) echo "Voices available: slt "; exit 0;;
                esac
                while [ "$1" != -o ]; do shift; done
                wav="$2"
                %s
                """.formatted(body));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        ProgramPath path = new ProgramPath(List.of(folder));
        List<Voice> listed = Voices.installed(
                        new VoiceSearch(path, folder, Map.of(), Language.ENGLISH, List.of(), PATIENCE))
                .all();
        assertThat(listed).extracting(Voice::id).containsExactly("flite/slt");
        return new Flite(new SpeechProgram(new Program(program, timeout), "9.9"), "slt");
    }

    private static Skipped skipped(Voice voice) {
        return (Skipped) voice.speak(Utterance.of("seven"));
    }

    @Test
    void anEngineThatHangsIsKilledWithAllItStarted() throws Exception {
        Path pid = folder.resolve("pid");
        Voice voice = flite("sleep 600 & echo $! > " + pid + "; wait", Duration.ofSeconds(2));
        assertThat(skipped(voice).reason()).isEqualTo(SkipReason.TIMED_OUT);
        long sleeper = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle.of(sleeper).ifPresent(process -> process.onExit().join());
        assertThat(ProcessHandle.of(sleeper).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
    }

    @Test
    void anEngineThatFailsIsSkippedWithWhatItSaid() throws IOException {
        Skipped skipped = skipped(flite("echo out of phonemes >&2; exit 3", PATIENCE));
        assertThat(skipped.reason()).isEqualTo(SkipReason.FAILED);
        assertThat(skipped.detail()).isEqualTo("exit code 3: out of phonemes");
    }

    @Test
    void anEngineThatFloodsItsOutputDoesNotStall() throws IOException {
        Skipped skipped = skipped(flite("head -c 3000000 /dev/zero; echo end >&2; exit 0", PATIENCE));
        assertThat(skipped.reason()).isEqualTo(SkipReason.FAILED);
    }

    @Test
    void whatIsNotSoundIsSkipped() throws IOException {
        assertThat(skipped(flite("echo no sound at all > \"$wav\"", PATIENCE)).reason())
                .isEqualTo(SkipReason.UNREADABLE_AUDIO);
    }

    @Test
    void silenceIsSkipped() throws IOException {
        // A header of 8 kHz, mono, 16 bits and 1,600 bytes of sound (octal 100 6), which are zeros.
        String header = "RIFF\\150\\006\\000\\000WAVEfmt \\020\\000\\000\\000\\001\\000\\001\\000"
                + "\\100\\037\\000\\000\\200\\076\\000\\000\\002\\000\\020\\000data\\100\\006\\000\\000";
        Voice voice = flite("printf '" + header + "' > \"$wav\"; head -c 1600 /dev/zero >> \"$wav\"", PATIENCE);
        assertThat(skipped(voice).reason()).isEqualTo(SkipReason.SILENT);
    }

    @Test
    void anEngineThatIsGoneIsSkipped() throws IOException {
        Voice voice = flite("exit 0", PATIENCE);
        Files.delete(folder.resolve("flite"));
        assertThat(skipped(voice).reason()).isEqualTo(SkipReason.MISSING_PROGRAM);
    }

    @Test
    void anInterruptedThreadStopsWaitingAndStaysInterrupted() throws IOException {
        Voice voice = flite("sleep 600", PATIENCE);
        Thread.currentThread().interrupt();
        Skipped skipped = skipped(voice);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(skipped.reason()).isEqualTo(SkipReason.INTERRUPTED);
    }

    @Test
    void nothingIsLeftInTheTemporaryFolder() throws IOException {
        Path list = folder.resolve("where");
        skipped(flite("pwd > " + list + "; touch left.over; exit 1", PATIENCE));
        assertThat(Path.of(Files.readString(list).strip())).doesNotExist();
    }

    @Test
    void withoutEnginesThereAreNoVoicesButAdvice() {
        Voices voices = Voices.installed(new VoiceSearch(
                new ProgramPath(List.of(folder)), folder, Map.of(), Language.ENGLISH, List.of(), PATIENCE));
        assertThat(voices.all()).isEmpty();
        assertThat(voices.advice())
                .contains("apt-get install espeak-ng flite festival festvox-kdlpc16k festvox-us-slt-hts;"
                        + " hearken voices fetch kokoro");
    }

    @Test
    void picoIsGivenRateAndPitchInTagsAndTheTextEscaped() throws IOException {
        Path arguments = folder.resolve("arguments");
        Path program = folder.resolve("pico2wave");
        Files.writeString(program, "#!/bin/sh\nfor a in \"$@\"; do echo \"$a\"; done > " + arguments + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Voices voices = Voices.installed(new VoiceSearch(
                new ProgramPath(List.of(folder)), folder, Map.of(), Language.ENGLISH, List.of(), PATIENCE));
        assertThat(voices.all()).extracting(Voice::id).containsExactly("pico/en-us", "pico/en-gb");
        assertThat(voices.all().get(1).speak(new Utterance("this & <that>", 1.2, 0.9)))
                .isInstanceOf(Skipped.class);
        try (Stream<String> lines = Files.lines(arguments)) {
            assertThat(lines.toList())
                    .startsWith("-l", "en-GB", "-w")
                    .endsWith("<speed level=\"120\"><pitch level=\"90\">this &amp; &lt;that></pitch></speed>");
        }
    }
}
