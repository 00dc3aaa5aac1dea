package dev.hearken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.SpeechEmbeddingWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BackboneVerbsTest {
    @TempDir
    private Path folder;

    private Path speech = Path.of("");
    private Path noise = Path.of("");

    /** By zlib.crc32 of their names over 2^32, d.wav (0.493) and e.wav (0.262) lie in the first half, a.wav (0.713) and b.wav (0.941) not. */
    @BeforeEach
    void recordSomeTones() throws IOException {
        speech = Files.createDirectories(folder.resolve("speech"));
        noise = Files.createDirectories(folder.resolve("noise"));
        for (String name : List.of("a.wav", "b.wav", "d.wav", "e.wav")) {
            WavWriter.write(tone(200 + 50 * name.charAt(0)), speech.resolve(name));
            WavWriter.write(tone(40), noise.resolve(name));
        }
    }

    @Test
    void trainWritesWeightsThatSayWhatTheyWereMadeFrom() throws IOException {
        Path out = folder.resolve("robust.onnx");

        Called trained = train(out, "--steps", "1", "--json");

        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(trained.err()).contains("2 recordings of speech").contains("step 1/1");
        assertThat(SpeechEmbeddingWeights.read(Files.readAllBytes(out)).layers())
                .hasSize(20);
        JsonNode origin = new JsonMapper().readTree(trained.out());
        assertThat(origin.get("speech_digest").asString()).startsWith("sha256:");
        assertThat(origin.get("steps").asInt()).isEqualTo(1);
        assertThat(origin.at("/settings/learningRate").asDouble()).isEqualTo(6e-4);
        assertThat(origin.at("/error_released/clean/end").asDouble()).isLessThan(1e-6);
        assertThat(origin.at("/error_released/noisy/tap").asDouble()).isPositive();
    }

    @Test
    void heldOutListsWhatTrainNeverHears() {
        Called listed = Called.with("backbone", "held-out", speech.toString());

        assertThat(listed.outLines())
                .containsExactly(
                        speech.resolve("d.wav").toString(),
                        speech.resolve("e.wav").toString());
        assertThat(Called.with("backbone", "held-out", speech.toString(), "--holdout", "0")
                        .outLines())
                .isEmpty();
    }

    @Test
    void aSpeakerNamedInTheMetadataIsHeldOutWhole() throws IOException {
        // zlib.crc32(b"LJ") / 2**32 is 0.543
        Files.writeString(
                speech.resolve("metadata.csv"),
                "file_name,speaker,text\na.wav,LJ,\"one, two\"\nb.wav,LJ,three\nd.wav,LJ,four\ne.wav,LJ,five\n");

        assertThat(Called.with("backbone", "held-out", speech.toString()).outLines())
                .isEmpty();
        assertThat(Called.with("backbone", "held-out", speech.toString(), "--holdout", "0.55")
                        .outLines())
                .hasSize(4);
    }

    @Test
    void aShareThatLeavesNothingToMeasureByIsRefused() {
        Called refused = train(folder.resolve("robust.onnx"), "--holdout", "0.1");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("BACKBONE_NO_CLIPS").contains("4 would be trained on and 0 held out");
    }

    private Called train(Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of("backbone", "train", "--synthesized", "0"));
        arguments.addAll(List.of("--speech", speech.toString(), "--noise", noise.toString()));
        arguments.addAll(List.of("--home", folder.resolve("home").toString(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        return Called.with(arguments.toArray(String[]::new));
    }

    private static Waveform tone(double hertz) {
        float[] samples = new float[16_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * hertz * i / 16_000));
        }
        return Waveform.of(samples, 16_000);
    }
}
