package dev.hearken.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Hearken tells MLflow, read back by MLflow's own Python client: from a real server, and from files. */
class MlflowTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SCRIPTS = Path.of("mlflow").toAbsolutePath();

    /** Outside the build folder, since it takes a minute to install and changes only with its list. */
    private static final Path PYTHON_HOME = Path.of(System.getProperty("user.home"), ".cache/hearken/checks/mlflow");

    /** Newer MLflow opens folders only for those who ask. */
    private static final String ALLOWED = "MLFLOW_ALLOW_FILE_STORE=true";

    private static final String QUICKLY =
            " network=cnn training.epochs=2 synthesized_per_label=0 augmentation.room=0 --protocol official --json";

    @TempDir
    private static Path folder;

    private static Path python = Path.of("");

    @BeforeAll
    static void installMlflow() throws IOException {
        assumeTrue(Program.exists("python3"), "Python is not here");
        try {
            python = PinnedPython.with(PYTHON_HOME, SCRIPTS.resolve("requirements.txt"));
        } catch (AssertionError cannot) {
            assumeTrue(false, "MLflow cannot be installed: " + cannot.getMessage());
        }
        FewRecordings.copyTo(folder.resolve("recordings"));
        Command.install(folder);
    }

    @Test
    void aServerIsToldEverythingAboutATrainingAndASweep() throws Exception {
        try (MlflowServer server = MlflowServer.start(python, folder)) {
            String there = "MLFLOW_TRACKING_URI=" + server.address() + " ./hearken train digits --data recordings";
            JsonNode trained = JSON.readTree(shell(there + " --project mine" + QUICKLY));
            JsonNode swept = JSON.readTree(shell(there + QUICKLY + " --workers 2 --sweep seed=1,2"));

            List<JsonNode> runs = read(server.address());

            assertThat(runs).hasSize(4);
            JsonNode run = byTag(runs, trained.get("run").asString());
            assertThat(run.get("status").asString()).isEqualTo("FINISHED");
            assertThat(run.at("/params/training.epochs").asString()).isEqualTo("2");
            assertThat(run.at("/history/validation_loss")).hasSize(2);
            assertThat(run.at("/history/validation_loss/1/0").asInt()).isEqualTo(2);
            assertThat(run.at("/metrics/n").asInt()).isEqualTo(100);
            assertThat(run.at("/tags/hearken.data_sha256").asString()).hasSize(64);
            assertThat(run.at("/tags/hearken.version.pytorch").asString()).isNotEmpty();
            String sha256 = trained.get("sha256").asString();
            assertThat(run.get("artifacts").get("model/model.onnx").asString()).isEqualTo(sha256);
            assertThat(run.get("artifacts").propertyNames()).contains("metrics.json");
            assertThat(run.at("/versions/0").toString())
                    .isEqualTo("{\"name\":\"mine\",\"version\":1,\"sha256\":\"" + sha256 + "\"}");

            JsonNode sweep = byTag(runs, swept.get("sweep").asString());
            JsonNode trial = byTag(runs, swept.at("/trials/0/run").asString());
            assertThat(trial.at("/tags/mlflow.parentRunId")).isEqualTo(sweep.get("id"));
            assertThat(trial.get("versions")).isEmpty();
            assertThat(sweep.at("/params/sweep.seed").asString()).isEqualTo("1,2");
        }
    }

    @Test
    void mlflowOpensWhatIsExportedAndWhatItWroteIsImported() throws IOException {
        JsonNode trained = JSON.readTree(shell("./hearken train digits --data recordings --out digits.onnx" + QUICKLY));
        String id = trained.get("run").asString();

        shell("./hearken runs export --mlruns mlruns " + id);
        JsonNode run = byTag(read(folder.resolve("mlruns").toUri().toString()), id);

        assertThat(run.get("id").asString()).isEqualTo(id.replace("-", ""));
        assertThat(run.at("/history/validation_loss")).hasSize(2);
        assertThat(run.at("/params/network").asString()).isEqualTo("cnn");
        assertThat(run.get("artifacts").get("model.onnx").asString())
                .isEqualTo(trained.get("sha256").asString());

        Program.output(
                folder,
                "env",
                ALLOWED,
                python.toString(),
                script("make_run.py"),
                folder.resolve("theirs").toString());
        assertThat(shell("./hearken runs import --mlruns theirs --json")).contains("\"imported\":1");
        assertThat(shell("./hearken runs import --mlruns mlruns --json")).contains("\"imported\":0");
        assertThat(shell("./hearken runs list --json"))
                .contains("\"recipe\":\"theirs\"")
                .contains("\"learning_rate\":\"0.1\"")
                .contains("notes/remark.txt");
    }

    private static List<JsonNode> read(String uri) {
        String downloads = folder.toString();
        return Program.output(
                        folder, "env", ALLOWED, python.toString(), script("read_runs.py"), uri, "digits", downloads)
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    private static JsonNode byTag(List<JsonNode> runs, String id) {
        return runs.stream()
                .filter(run -> run.at("/tags/hearken.run").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String script(String name) {
        return SCRIPTS.resolve(name).toString();
    }

    private static String shell(String line) {
        return Program.output(folder, "sh", "-c", line);
    }
}
