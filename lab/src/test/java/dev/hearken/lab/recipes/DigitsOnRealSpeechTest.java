package dev.hearken.lab.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearken.core.evaluation.Evaluation;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.Protocol;
import dev.hearken.lab.training.Progress;
import dev.hearken.store.database.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole road on a few real recordings: folder, training, export, score. */
class DigitsOnRealSpeechTest {
    private static final Path RECORDINGS = Path.of(
                    Optional.ofNullable(System.getenv("HEARKEN_DATA")).orElse("../../shared/data"))
            .resolve("fsdd/recordings");
    private static final List<String> SPEAKERS = List.of("jackson", "lucas", "theo");
    private static final int TAKES = 6;

    @TempDir
    private Path data;

    @TempDir
    private Path cache;

    @BeforeEach
    void copyAFewRecordings() throws IOException {
        assumeTrue(Files.isDirectory(RECORDINGS), "no recordings at " + RECORDINGS);
        for (String speaker : SPEAKERS) {
            for (int digit = 0; digit < 10; digit++) {
                for (int take = 0; take < TAKES; take++) {
                    String name = digit + "_" + speaker + "_" + take + ".wav";
                    Files.copy(RECORDINGS.resolve(name), data.resolve(name));
                }
            }
        }
    }

    @Test
    void aModelIsTrainedExportedAndRightMoreOftenThanChance() {
        Evaluation evaluation = open("training.epochs=12", "training.batch_size=16")
                .evaluate(Protocol.parse("hold-out"), fold -> Occasion.quiet());

        // One speaker of three is held out; chance is a tenth.
        assertThat(evaluation.accuracy().trials()).isEqualTo(60);
        assertThat(evaluation.accuracy().value()).isGreaterThan(0.3);
    }

    @Test
    void theSameSeedGivesTheSameFileToTheLastByte() {
        assertThat(train(() -> false).digest()).isEqualTo(train(() -> false).digest());
    }

    @Test
    void theModelSaysWhatItIsAndWhereItCameFrom() {
        ModelMetadata metadata = train(() -> false).metadata();

        assertThat(metadata.labels().names()).hasSize(10).startsWith("0").endsWith("9");
        assertThat(metadata.sampleRateHz()).isEqualTo(8000);
        assertThat(metadata.provenance().recipe()).isEqualTo("digits");
        assertThat(metadata.provenance().settings()).containsEntry("training.epochs", "2");
        assertThat(metadata.provenance().datasetDigest()).startsWith("sha256:");
        assertThat(metadata.provenance().createdAt()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void aRunThatIsStoppedKeepsTheBestModelSoFar() {
        List<Progress> history = new ArrayList<>();
        ModelFile model = open("training.epochs=50")
                .train(new Occasion(InstantSource.system(), Optional.empty(), history::add, () -> history.size() >= 2));

        assertThat(history).hasSize(2);
        assertThat(model.metadata().labels().size()).isEqualTo(10);
    }

    @Test
    void trainingGoesOnFromAnEarlierModelAndLeavesFrozenLayersAlone() {
        Path earlier = cache.resolve("earlier.onnx");
        train(() -> false).write(earlier);

        List<Progress> fresh = new ArrayList<>();
        List<Progress> tuned = new ArrayList<>();
        open("training.epochs=1")
                .train(new Occasion(InstantSource.system(), Optional.empty(), fresh::add, () -> false));
        open("training.epochs=1", "fine_tuning.from=" + earlier, "fine_tuning.freeze=conv1,conv2")
                .train(new Occasion(InstantSource.system(), Optional.empty(), tuned::add, () -> false));

        assertThat(tuned.get(0).trainingLoss()).isLessThan(fresh.get(0).trainingLoss());
    }

    private ModelFile train(BooleanSupplier stop) {
        InstantSource newYear = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
        return open("training.epochs=2").train(new Occasion(newYear, Optional.empty(), progress -> {}, stop));
    }

    private RecipeRun open(String... overrides) {
        List<String> settings = new ArrayList<>(List.of("network=crnn", "synthesized_per_label=0"));
        settings.addAll(List.of(overrides));
        Recipe digits = Recipe.named("digits");
        return RecipeRun.open(digits, Settings.of(digits, settings), ClipFolder.read(data), Home.open(cache));
    }
}
