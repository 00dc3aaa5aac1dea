package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import dev.hearken.lab.synthesis.Utterance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken voices say}: one text by one voice, to a file. */
@Command(
        name = "say",
        description = "Have one voice say a text, to a WAV file.",
        footer = {"", "Example: hearken voices say flite/slt \"hey computer\" --out hey.wav"})
final class VoicesSay implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private VoiceOption voices = new VoiceOption();

    @Parameters(index = "0", paramLabel = "VOICE", description = "A voice, as voices list --all shows it.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "TEXT", description = "What to say.")
    private String text = "";

    @Option(names = "--rate", paramLabel = "X", description = "0.4 to 2.5 times as fast as usual.")
    private double rate = 1;

    @Option(names = "--pitch", paramLabel = "X", description = "0.5 to 2 times as high as usual, where the voice can.")
    private double pitch = 1;

    @Option(names = "--out", paramLabel = "FILE.wav", description = "Where to write it; else said.wav.")
    private Path out = Path.of("said.wav");

    @Override
    public void run() {
        write(voices.find(home.open()).named(name).heard(utterance()));
    }

    private Utterance utterance() {
        try {
            return new Utterance(text, rate, pitch);
        } catch (IllegalArgumentException outside) {
            throw new HearkenException(
                    HearkenException.Kind.USER, "UTTERANCE_INVALID", String.valueOf(outside.getMessage()), outside);
        }
    }

    private void write(Waveform waveform) {
        try {
            WavWriter.write(waveform, out);
        } catch (IOException failure) {
            throw new HearkenException(
                    HearkenException.Kind.INSUFFICIENT_RESOURCES,
                    "WRITE_FAILED",
                    "%s cannot be written: %s".formatted(out, failure),
                    failure);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("voice", name);
        json.put("file", out.toString());
        json.put("duration_s", waveform.durationSeconds());
        json.put("sample_rate_hz", waveform.sampleRateHz());
        spec.commandLine()
                .getOut()
                .println(
                        Json.isWanted(spec.commandLine())
                                ? Json.of(json)
                                : "%s: %.2f s at %,d Hz"
                                        .formatted(out, waveform.durationSeconds(), waveform.sampleRateHz()));
    }
}
