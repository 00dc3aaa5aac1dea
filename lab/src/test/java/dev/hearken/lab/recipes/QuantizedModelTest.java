package dev.hearken.lab.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.ClipLoader;
import dev.hearken.lab.dataset.Fold;
import dev.hearken.lab.dataset.LoadedClips;
import dev.hearken.lab.dataset.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The starter model in 8 bits, on the official test clips. */
class QuantizedModelTest {
    private static final Path RECORDINGS = Path.of(
                    Optional.ofNullable(System.getenv("HEARKEN_DATA")).orElse("../../shared/data"))
            .resolve("fsdd/recordings");

    @Test
    void theStarterModelInEightBitsIsSmallerAndAnswersAlike() throws IOException {
        assumeTrue(Files.isDirectory(RECORDINGS), "no recordings at " + RECORDINGS);
        ModelFile starter = starter();
        Recipe digits = Recipe.named("digits");
        RecipeClips read = RecipeClips.of(
                digits, Settings.of(digits, starter.metadata().provenance().settings()), ClipFolder.read(RECORDINGS));
        LoadedClips clips = ClipLoader.at(starter.metadata().sampleRateHz()).load(read.clips());
        Fold official = Protocol.parse("official").folds(clips.labelled(), 1).get(0);

        QuantizedModel quantized = QuantizedModel.of(
                starter, QuantizedModel.Clips.of(clips, official, List.of(), "official"), System::nanoTime);

        QuantizationReport report = quantized.report();
        assertThat(report.agreement().trials()).isEqualTo(300);
        assertThat(report.agreement().value()).as(report.toText()).isGreaterThanOrEqualTo(0.99);
        // Its embedding is kept in half precision already and halves, the rest becomes a quarter; the graph itself
        // stays.
        assertThat(report.int8().bytes()).isLessThan(report.float32().bytes() * 3 / 5);
        assertThat(quantized.model().metadata().metrics().at("/accuracy").asDouble())
                .isEqualTo(report.int8().accuracy().value());
        assertThat(quantized
                        .model()
                        .metadata()
                        .metrics()
                        .at("/quantization/float32/n")
                        .asInt())
                .isEqualTo(300);
        assertThat(quantized.model().metadata().labels())
                .isEqualTo(starter.metadata().labels());
    }

    private static ModelFile starter() throws IOException {
        try (InputStream file =
                QuantizedModelTest.class.getResourceAsStream("/dev/hearken/store/registry/starters/digits.onnx")) {
            return ModelFile.parse(Objects.requireNonNull(file, "the starter").readAllBytes());
        }
    }
}
