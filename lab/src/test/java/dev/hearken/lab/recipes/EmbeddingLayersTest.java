package dev.hearken.lab.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.HearkenException;
import dev.hearken.core.features.SpeechEmbedding;
import dev.hearken.core.graph.NamedTensor;
import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.training.Progress;
import dev.hearken.store.database.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three labels of tones, heard through an embedding whose last layers learn too. */
class EmbeddingLayersTest {
    private static final Recipe CUSTOM = Recipe.named("custom");
    private static final int LAYERS = 2;

    @TempDir
    private Path data;

    @TempDir
    private Path files;

    private final List<Progress> epochs = new ArrayList<>();

    @BeforeEach
    void words() throws IOException {
        SpokenWords.write(data, "high", "low", "middle");
    }

    @Test
    void theEmbeddingsLastLayersAreTrainedExportedAndGoneOnFrom() throws IOException {
        ModelFile model = train("fine_tuning.embedding_layers=" + LAYERS, "training.epochs=6");

        assertThat(epochs.get(epochs.size() - 1).trainingLoss())
                .isLessThan(epochs.get(0).trainingLoss());
        for (int layer = SpeechEmbedding.SOUND_LAYERS - LAYERS; layer < SpeechEmbedding.SOUND_LAYERS; layer++) {
            float[] trained = weight(model, layer);
            float[] released = SpeechEmbedding.robust(SpeechEmbedding.SOUND_LAYERS)
                    .weights()
                    .layers()
                    .get(layer)
                    .weights()
                    .toArray();
            assertThat(trained).isNotEqualTo(released).hasSameSizeAs(released);
            // They learn at a tenth of the rate, and stay what they were.
            assertThat(trained[0]).isCloseTo(released[0], within(0.1f));
        }

        Path file = Files.write(files.resolve("first.onnx"), model.toBytes());
        ModelFile second = train(
                "fine_tuning.embedding_layers=" + LAYERS,
                "fine_tuning.from=" + file,
                "fine_tuning.freeze=embedding",
                "training.epochs=1");
        assertThat(weight(second, 14)).isEqualTo(weight(model, 14));
    }

    @Test
    void aNetworkWithoutSuchLayersIsRefused() {
        assertRefused("network=dscnn-s", "fine_tuning.embedding_layers=2");
        assertRefused("network=sound-statistics", "fine_tuning.embedding_layers=2");
        assertRefused("fine_tuning.embedding_layers=15");
        assertThatThrownBy(() -> train("fine_tuning.embedding_layers=-1")).hasMessageContaining("embedding_layers");
        assertThatThrownBy(() -> train("fine_tuning.embedding_rate=0")).hasMessageContaining("embedding");
    }

    private static float[] weight(ModelFile model, int layer) {
        String name = "embedding.conv" + layer + ".weight";
        return Objects.requireNonNull(NamedTensor.allIn(model.toBytes()).get(name), name)
                .toArray();
    }

    private void assertRefused(String... overrides) {
        assertThatThrownBy(() -> train(overrides))
                .extracting(failure -> ((HearkenException) failure).code())
                .isEqualTo("EMBEDDING_NOT_TRAINABLE");
    }

    private ModelFile train(String... overrides) {
        List<String> settings = new ArrayList<>(List.of("training.passes=1", "training.batch_size=8"));
        settings.addAll(List.of(overrides));
        epochs.clear();
        return open(settings).train(new Occasion(InstantSource.system(), Optional.empty(), epochs::add, () -> false));
    }

    private RecipeRun open(List<String> settings) {
        return RecipeRun.open(CUSTOM, Settings.of(CUSTOM, settings), ClipFolder.read(data), Home.open(files));
    }
}
