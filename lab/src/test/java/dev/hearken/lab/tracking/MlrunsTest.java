package dev.hearken.lab.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearken.store.runs.Run;
import dev.hearken.store.runs.Run.State;
import dev.hearken.store.runs.RunArtifact;
import dev.hearken.store.runs.RunInputs;
import dev.hearken.store.runs.RunMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlrunsTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant END = Instant.parse("2026-11-21T12:00:58Z");
    private static final String ID = "0b5f6a52-3ac1-4c6c-9d0e-4a3f0e7f0d11";

    @TempDir
    private Path folder;

    @Test
    void aRunComesBackAsItWas() throws IOException {
        Path model = Files.writeString(folder.resolve("digits.onnx"), "abc");
        List<RunMetric> metrics = List.of(new RunMetric("loss", 1, 0.5, START), new RunMetric("loss", 2, 1.25e-7, END));
        Run run = finished();

        assertThat(new MlrunsWriter(mlruns()).write(run, metrics, List.of(RunArtifact.of("model.onnx", model))))
                .isEmpty();
        List<MlrunsReader.Found> found = MlrunsReader.read(mlruns(), this::filesOf);

        Path copy = filesOf(ID).resolve("model.onnx");
        assertThat(found)
                .containsExactly(new MlrunsReader.Found(run, metrics, List.of(RunArtifact.of("model.onnx", copy))));
        assertThat(copy).hasContent("abc");
    }

    @Test
    void aFailedRunKeepsItsReasonAndRunsOfOneRecipeShareAnExperiment() throws IOException {
        Run failed = new Run(
                "1b5f6a52-3ac1-4c6c-9d0e-4a3f0e7f0d11",
                RunInputs.of("digits", Map.of()),
                Optional.empty(),
                State.FAILED,
                Optional.empty(),
                Optional.of("out of memory"),
                START,
                Optional.of(END));
        new MlrunsWriter(mlruns()).write(finished(), List.of(), List.of());
        new MlrunsWriter(mlruns()).write(failed, List.of(), List.of());

        assertThat(MlrunsReader.read(mlruns(), this::filesOf))
                .map(MlrunsReader.Found::run)
                .containsExactly(finished(), failed);
        try (var experiments = Files.list(mlruns())) {
            assertThat(experiments).hasSize(1);
        }
    }

    @Test
    void aFileThatChangedIsLeftOutAndNamed() throws IOException {
        Path model = Files.writeString(folder.resolve("digits.onnx"), "abc");
        RunArtifact artifact = RunArtifact.of("model.onnx", model);
        Files.writeString(model, "abd");

        assertThat(new MlrunsWriter(mlruns()).write(finished(), List.of(), List.of(artifact)))
                .containsExactly(artifact);
    }

    @Test
    void anothersRunIsUnderstoodAsFarAsItGoes() throws IOException {
        Path run = Files.createDirectories(mlruns().resolve("7/b41882d2ec0d4d0aa05f92a877c679e4"));
        Files.writeString(
                mlruns().resolve("7/meta.yaml"), "experiment_id: '7'\nlifecycle_stage: active\nname: theirs\n");
        Files.writeString(
                run.resolve("meta.yaml"),
                "run_id: b41882d2ec0d4d0aa05f92a877c679e4\nlifecycle_stage: active\nstatus: 3\nstart_time: 1\nend_time: 5\n");
        Files.createDirectories(run.resolve("metrics/val"));
        Files.writeString(run.resolve("metrics/val/acc"), "1 0.25 0\n2 nan 1\n3 0.75 2\n");
        Files.writeString(Files.createDirectories(run.resolve("params")).resolve("lr"), "0.1");

        MlrunsReader.Found found = MlrunsReader.read(mlruns(), this::filesOf).get(0);

        assertThat(found.run().id()).isEqualTo("b41882d2-ec0d-4d0a-a05f-92a877c679e4");
        assertThat(found.run().inputs()).isEqualTo(RunInputs.of("theirs", Map.of("lr", "0.1")));
        assertThat(found.run().figures()).isEqualTo(Map.of("val/acc", 0.75));
        assertThat(found.metrics())
                .containsExactly(
                        new RunMetric("val/acc", 0, 0.25, Instant.ofEpochMilli(1)),
                        new RunMetric("val/acc", 2, 0.75, Instant.ofEpochMilli(3)));
    }

    @Test
    void deletedRunsAreNotRead() throws IOException {
        Path run = Files.createDirectories(mlruns().resolve("7/aa"));
        Files.writeString(mlruns().resolve("7/meta.yaml"), "name: theirs\n");
        Files.writeString(run.resolve("meta.yaml"), "lifecycle_stage: deleted\n");

        assertThat(MlrunsReader.read(mlruns(), this::filesOf)).isEmpty();
    }

    @Test
    void brokenFilesAreNamed() throws IOException {
        Path run = Files.createDirectories(mlruns().resolve("7/aa"));
        Files.writeString(mlruns().resolve("7/meta.yaml"), "name: theirs\n");
        Files.writeString(run.resolve("meta.yaml"), "status: 3\n");
        Files.writeString(Files.createDirectories(run.resolve("metrics")).resolve("loss"), "soon much\n");

        assertThatThrownBy(() -> MlrunsReader.read(mlruns(), this::filesOf))
                .hasMessageContaining(run.toString())
                .extracting("code")
                .isEqualTo("MLRUNS_UNREADABLE");
        assertThatThrownBy(() -> MlrunsReader.read(folder.resolve("none"), this::filesOf))
                .hasMessageContaining("none");
    }

    @Test
    void aNameThatLeadsOutOfTheFolderIsRefused() throws IOException {
        Run run = new Run(
                ID,
                RunInputs.of("digits", Map.of("../../escaped", "1")),
                Optional.empty(),
                State.RUNNING,
                Optional.empty(),
                Optional.empty(),
                START,
                Optional.empty());

        assertThatThrownBy(() -> new MlrunsWriter(mlruns()).write(run, List.of(), List.of()))
                .extracting("code")
                .isEqualTo("MLRUNS_NAME");
    }

    private static Run finished() {
        return new Run(
                ID,
                new RunInputs(
                        "digits",
                        Optional.empty(),
                        Optional.of("9b5f6a52-3ac1-4c6c-9d0e-4a3f0e7f0d11"),
                        Map.of("training.epochs", "12", "network", "crnn"),
                        Optional.of("/my recordings"),
                        Optional.of("_(\\w+)_"),
                        Optional.of("official"),
                        List.of("train", "digits", "--data", "/my recordings"),
                        Map.of("java", "17.0.1")),
                Optional.of("a".repeat(64)),
                State.FINISHED,
                Optional.of("{\"accuracy\":0.9,\"accuracy_ci95\":[0.8,0.95],\"labels\":[\"a\",\"b\"]}"),
                Optional.empty(),
                START,
                Optional.of(END));
    }

    private Path mlruns() {
        return folder.resolve("mlruns");
    }

    private Path filesOf(String run) {
        return folder.resolve("home").resolve(run);
    }
}
