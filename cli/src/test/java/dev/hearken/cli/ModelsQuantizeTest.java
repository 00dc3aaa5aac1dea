package dev.hearken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The starter model in 8 bits, as the command line makes it. */
class ModelsQuantizeTest {
    @TempDir
    private Path folder;

    private String data = "";
    private String home = "";
    private Path out = Path.of("");

    @BeforeEach
    void takeAFewRecordings() throws IOException {
        data = FewRecordings.copyTo(folder.resolve("recordings")).toString();
        home = folder.resolve("home").toString();
        out = folder.resolve("small.onnx");
    }

    @Test
    void aTableStandsBesideTheSmallerModel() {
        Called called = quantize("--protocol", "official");

        assertThat(called.exitCode()).as(called.err()).isZero();
        assertThat(called.out())
                .containsPattern("float32 +\\d{3},\\d{3}  \\d+\\.\\d\\d % \\(\\d+/100\\)")
                .containsPattern("int8 +\\d{3},\\d{3} ")
                .contains("ranges measured on 60 other clips")
                .contains("wrote " + out);
        assertThat(ModelFile.read(out).metadata().task()).isEqualTo("digits");
        assertThat(Called.with("predict", out.toString(), data, "--json").outLines())
                .hasSize(160);
    }

    @Test
    void withoutAProtocolOneSpeakerMeasuresRangesAndTheOtherJudges() {
        JsonNode answer = new JsonMapper().readTree(quantize("--json").out());

        assertThat(answer.at("/quantization/calibration_clips").asInt()).isEqualTo(80);
        assertThat(answer.at("/quantization/int8/n").asInt()).isEqualTo(80);
        assertThat(answer.at("/sha256").asString())
                .isEqualTo(ModelFile.read(out).digest());
    }

    @Test
    void aProtocolOfManyModelsIsRefusedBeforeAnythingIsWritten() {
        Called called = quantize("--protocol", "leave-one-speaker-out");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains("[PROTOCOL_HAS_MANY_FOLDS]").contains("2 models");
        assertThat(Files.exists(out)).isFalse();
    }

    private Called quantize(String... more) {
        String[] line = {"models", "quantize", "digits", "--data", data, "--home", home, "--out", out.toString()};
        String[] all = Arrays.copyOf(line, line.length + more.length);
        System.arraycopy(more, 0, all, line.length, more.length);
        return Called.with(all);
    }
}
