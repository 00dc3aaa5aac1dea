package dev.hearken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The verbs that learn, on a few real recordings: two speakers, ten digits, eight takes, and a network trained for one epoch. */
class TrainingVerbsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private String data = "";
    private String home = "";

    @BeforeEach
    void takeAFewRecordings() throws IOException {
        data = FewRecordings.copyTo(folder.resolve("recordings")).toString();
        home = folder.resolve("home").toString();
    }

    @Test
    void trainWritesAModelThatPredictAndEvaluateTake() {
        String model = folder.resolve("digits.onnx").toString();

        Called trained = quickly("train", "digits", "--data", data, "--home", home, "--out", model);

        assertThat(trained.err()).contains("160 clips").contains("epoch 1/1");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(ModelFile.read(Path.of(model)).metadata().provenance().settings())
                .containsEntry("training.epochs", "1")
                .containsEntry("network", "cnn");
        assertThat(Called.with("predict", model, data, "--json").outLines()).hasSize(160);
        Called judged = Called.with("evaluate", model, "--data", data, "--protocol", "official", "--json");
        assertThat(JSON.readTree(judged.out()).get("n").asInt()).isEqualTo(100);
        assertThat(judged.err()).contains("warning: this model was trained on these very clips");
    }

    @Test
    void aTrainingIsRecordedWithItsEpochsAndCanBeCompared() {
        String model = folder.resolve("digits.onnx").toString();
        String first = run(quickly("train", "digits", "--data", data, "--home", home, "--out", model, "--json"));
        String second = run(quickly(
                "train",
                "digits",
                "--data",
                data,
                "--home",
                home,
                "--out",
                model,
                "--json",
                "--protocol",
                "official",
                "seed=2"));

        JsonNode shown = JSON.readTree(
                Called.with("runs", "show", second, "--home", home, "--json").out());
        assertThat(shown.at("/parameters/training.epochs").asString()).isEqualTo("1");
        assertThat(shown.at("/metrics/validation_loss")).hasSize(1);
        assertThat(shown.at("/metrics/validation_loss/0/step").asInt()).isEqualTo(1);
        assertThat(shown.at("/artifacts/0/sha256").asString())
                .isEqualTo(ModelFile.read(Path.of(model)).digest());
        assertThat(shown.at("/figures/n").asInt()).isEqualTo(100);
        assertThat(shown.get("data_sha256").asString()).hasSize(64);
        assertThat(shown.get("command").asString())
                .startsWith("train digits --data ")
                .endsWith("augmentation.room=0");
        assertThat(shown.get("versions").propertyNames()).contains("hearken", "java", "onnxruntime", "pytorch");

        JsonNode compared = JSON.readTree(Called.with("runs", "compare", first, second, "--home", home, "--json")
                .out());
        assertThat(compared.get("parameters").propertyNames()).containsExactlyInAnyOrder("protocol", "seed");
        assertThat(compared.at("/parameters/seed/1").asString()).isEqualTo("2");
        assertThat(compared.at("/figures/last.validation_loss")).hasSize(2);
        assertThat(Called.with("runs", "list", "--home", home).outLines())
                .hasSize(2)
                .first()
                .asString()
                .contains(second);
    }

    @Test
    void aTrainingDoneAgainGivesTheSameModelUnlessTheRecordingsChanged() throws IOException {
        String model = folder.resolve("digits.onnx").toString();
        String run = run(quickly(
                "train", "digits", "--data", data, "--home", home, "--out", model, "--json", "--protocol", "official"));

        Called again = Called.with("reproduce", run, "--home", home, "--json");

        assertThat(again.exitCode()).as(again.err()).isZero();
        JsonNode report = JSON.readTree(again.out());
        assertThat(report.get("same_graph").asBoolean()).isTrue();
        assertThat(report.get("clips").asInt()).isEqualTo(100);
        assertThat(report.get("largest_probability_difference").asDouble()).isZero();
        assertThat(report.at("/figures/accuracy/0")).isEqualTo(report.at("/figures/accuracy/1"));

        Files.delete(Path.of(data, "7_theo_7.wav"));
        assertThat(Called.with("reproduce", run, "--home", home).err()).contains("[DATA_CHANGED]");
        Called anyway = Called.with("reproduce", run, "--home", home, "--anyway");
        assertThat(anyway.exitCode()).as(anyway.err()).isZero();
        assertThat(anyway.out()).contains("OTHER recordings").contains("another model");
    }

    @Test
    void aTrialNeverLearnsFromTheClipsItIsRankedBy() {
        for (String folds : List.of("0", "2")) {
            String id = UUID.randomUUID().toString();
            run(quickly(
                    "train",
                    "digits",
                    "--data",
                    data,
                    "--home",
                    home,
                    "--protocol",
                    "official",
                    "--json",
                    "--trial",
                    id,
                    "--trial-of",
                    "a sweep",
                    "calibration_folds=" + folds));

            ModelMetadata trial =
                    ModelFile.read(Path.of(home, "runs", id, "model.onnx")).metadata();
            int judged = trial.metrics().get("n").asInt();
            // Of 160 clips, 100 are the test part, which is not heard.
            assertThat(judged).isPositive();
            assertThat(trial.provenance().clips()).isEqualTo(60 - judged);
        }
    }

    @Test
    void aReportIsWrittenOnDemandAndKeptWithTheRun() throws IOException {
        Path report = folder.resolve("report");
        String model = folder.resolve("digits.onnx").toString();
        Called trained = quickly(
                "train",
                "digits",
                "--data",
                data,
                "--home",
                home,
                "--out",
                model,
                "--protocol",
                "official",
                "--report",
                report.toString(),
                "--json");

        JsonNode json = JSON.readTree(Files.readString(report.resolve("report.json")));
        assertThat(json.at("/evaluation/n").asInt()).as(trained.err()).isEqualTo(100);
        assertThat(json.at("/training/0/epochs")).hasSize(1);
        assertThat(json.at("/cost/size_bytes").asLong()).isEqualTo(Files.size(Path.of(model)));
        assertThat(report.resolve("report.html")).content().contains("of 100 test clips answered right");
        assertThat(JSON.readTree(Called.with("runs", "show", run(trained), "--home", home, "--json")
                                .out())
                        .at("/artifacts")
                        .findValuesAsString("name"))
                .containsExactlyInAnyOrder("model.onnx", "report.html", "report.json");

        Called judged = Called.with("evaluate", model, "--data", data, "--report", report.toString());
        JsonNode again = JSON.readTree(Files.readString(report.resolve("report.json")));
        assertThat(again.at("/evaluation/n").asInt()).as(judged.err()).isEqualTo(160);
        assertThat(again.at("/training")).isEmpty();
    }

    @Test
    void aRecipeThatIsJudgedByFoldsHasACourseForEach() throws IOException {
        Path report = folder.resolve("report");
        quickly(
                "evaluate",
                "digits",
                "--data",
                data,
                "--home",
                home,
                "--protocol",
                "leave-one-speaker-out",
                "--report",
                report.toString());

        JsonNode json = JSON.readTree(Files.readString(report.resolve("report.json")));
        assertThat(json.at("/training").findValuesAsString("course"))
                .hasSize(2)
                .allMatch(name -> name.startsWith("without "));
        assertThat(json.has("cost")).isFalse();
    }

    @Test
    void aSweepHasNoReportOfItsOwn() {
        Called called = quickly(
                "train", "digits", "--data", data, "--home", home, "--sweep", "seed=1,2", "--report", "anywhere");

        assertThat(called.exitCode()).isEqualTo(2);
        assertThat(called.err()).contains("--report is of one training");
    }

    @Test
    void aTrainingThatFailsIsRecordedWithItsReason() {
        Called called =
                quickly("train", "digits", "--data", folder.resolve("nowhere").toString(), "--home", home);

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(Called.with("runs", "list", "--home", home).out())
                .contains("failed")
                .contains("nowhere");
    }

    private static String run(Called trained) {
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        return JSON.readTree(trained.out()).get("run").asString();
    }

    @Test
    void withoutOutTheModelBecomesACandidateThatCanBePromoted() {
        Called trained = quickly("train", "digits", "--data", data, "--home", home, "--project", "mine");

        assertThat(trained.out()).as(trained.err()).startsWith("mine@1 is a candidate");
        assertThat(Called.with("models", "promote", "mine@candidate", "--home", home)
                        .out())
                .isEqualTo("mine@1 answers now\n");
        assertThat(Called.with("models", "list", "--home", home).out())
                .contains("mine@1")
                .contains("live");
    }

    @Test
    void evaluateTrainsAModelForEachFoldAndNamesTheWorstGroup() {
        Called judged = quickly(
                "evaluate", "digits", "--data", data, "--home", home, "--protocol", "leave-one-speaker-out", "--json");

        assertThat(judged.exitCode()).as(judged.err()).isZero();
        JsonNode evaluation = JSON.readTree(judged.out());
        assertThat(evaluation.get("protocol").asString()).isEqualTo("leave-one-speaker-out");
        assertThat(evaluation.get("n").asInt()).isEqualTo(160);
        assertThat(evaluation.get("labels")).hasSize(10);
        assertThat(evaluation.get("confusion")).hasSize(10);
        assertThat(evaluation.get("accuracy_ci95")).hasSize(2);
        assertThat(evaluation.get("groups").findValuesAsString("group")).containsExactly("jackson", "theo");
        assertThat(evaluation.has("macro_f1") && evaluation.has("ece")).isTrue();
    }

    @Test
    void auditNamesTheSpeakersOnBothSides() {
        Called audit = Called.with("data", "audit", data, "--json");

        assertThat(audit.exitCode()).as(audit.err()).isZero();
        assertThat(JSON.readTree(audit.out()).isObject()).isTrue();
    }

    @Test
    void aWrongSettingNamesTheRightOne() {
        Called called = quickly("train", "digits", "--data", data, "--home", home, "trainig.epochs=3");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains("training.epochs").contains("[SETTING_UNKNOWN]");
    }

    @Test
    void anUnknownProtocolIsOneClearLine() {
        Called called = Called.with("evaluate", "digits", "--data", data, "--protocol", "sideways");

        assertThat(called.exitCode()).isEqualTo(1);
        assertThat(called.err()).contains("leave-one-speaker-out").contains("[PROTOCOL_UNKNOWN]");
    }

    private Called quickly(String... arguments) {
        String[] all = Stream.concat(
                        Stream.of(arguments),
                        Stream.of("network=cnn", "training.epochs=1", "synthesized_per_label=0", "augmentation.room=0"))
                .toArray(String[]::new);
        return Called.with(all);
    }
}
