package dev.hearken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A search over settings in worker processes, on a few real recordings. */
class SweepTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private String data = "";
    private String home = "";
    private String config = "";

    @BeforeEach
    void takeAFewRecordings() throws IOException {
        data = FewRecordings.copyTo(folder.resolve("recordings")).toString();
        home = folder.resolve("home").toString();
        config = Files.writeString(folder.resolve("quick.yaml"), """
                network: cnn
                synthesized_per_label: 0
                training:
                  epochs: 1
                augmentation:
                  room: 0
                """).toString();
    }

    @Test
    void trialsAreRankedAndOneThatFailsDoesNotStopTheOthers() {
        String out = folder.resolve("best.onnx").toString();

        Called swept = Called.with(
                "train",
                "digits",
                "--data",
                data,
                "--home",
                home,
                "--protocol",
                "official",
                "--config",
                config,
                "--out",
                out,
                "--json",
                "--workers",
                "2",
                "--sweep",
                "training.learning_rate=3e-3,1e-5,-1");

        assertThat(swept.exitCode()).as(swept.err()).isZero();
        JsonNode answer = JSON.readTree(swept.out());
        assertThat(answer.get("part").asString()).isEqualTo("validation");
        assertThat(answer.get("trials")).hasSize(3);
        JsonNode best = answer.at("/trials/0");
        assertThat(best.get("accuracy").asDouble())
                .isGreaterThanOrEqualTo(answer.at("/trials/1/accuracy").asDouble());
        // 60 clips are left to learn from; a tenth of them is the validation part. The 100 test clips are not heard.
        assertThat(best.get("n").asInt()).isLessThan(30);
        assertThat(answer.at("/trials/2/failure").asString()).contains("training.learning_rate must be in (0, 10]");
        assertThat(ModelFile.read(Path.of(out))
                        .metadata()
                        .metrics()
                        .get("protocol")
                        .asString())
                .isEqualTo("official, validation part");

        JsonNode trial =
                JSON.readTree(Called.with("runs", "show", best.get("run").asString(), "--home", home, "--json")
                        .out());
        assertThat(trial.get("parent").asString()).isEqualTo(answer.get("sweep").asString());
        assertThat(trial.at("/parameters/training.epochs").asString()).isEqualTo("1");
    }

    @Test
    void aMistypedKeyIsRefusedBeforeAnythingIsTrained() {
        Called swept = Called.with(
                "train", "digits", "--data", data, "--home", home, "--sweep", "training.lerning_rate=3e-3,1e-5");

        assertThat(swept.exitCode()).isEqualTo(1);
        assertThat(swept.err()).contains("did you mean training.learning_rate?").contains("[SETTING_UNKNOWN]");
        assertThat(Called.with("runs", "list", "--home", home).out()).isEmpty();
    }
}
