package dev.hearken.lab.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.features.FrameGrid;
import dev.hearken.core.features.Wav2Vec2;
import dev.hearken.core.graph.NamedTensor;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.inference.Prediction;
import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.export.Quantization;
import dev.hearken.store.database.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wav2vec 2.0 that the user brings, from its file to a trained model's answers. */
class Wav2Vec2Test {
    private static final Recipe CUSTOM = Recipe.named("custom");

    @TempDir
    private Path data;

    @TempDir
    private Path files;

    @Test
    void itsFramesAndChannelsAreFoundOutByRunningIt() {
        Wav2Vec2 frontEnd = new Wav2Vec2(brought(), true);

        assertThat(frontEnd.grid()).isEqualTo(FrameGrid.of(400, 320));
        assertThat(frontEnd.channels()).isEqualTo(TinyWav2Vec2.CHANNELS);
        assertThat(frontEnd.frames(16_000)).isEqualTo(49);
        assertThat(frontEnd.sampleRateHz()).isEqualTo(16_000);
    }

    @Test
    void normalisedItHearsALoudAndAQuietClipAlike() {
        assertThat(firstValue(true, 0.5f)).isCloseTo(firstValue(true, 0.05f), within(1e-4f));
        assertThat(firstValue(false, 0.5f)).isNotCloseTo(firstValue(false, 0.05f), within(1e-3f));
    }

    @Test
    void aModelTrainedThroughItHoldsAllOfItAndAnswersAlone() throws IOException {
        SpokenWords.write(data, "high", "low");
        Path file = brought();
        RecipeRun run = RecipeRun.open(
                CUSTOM,
                Settings.of(
                        CUSTOM,
                        List.of(
                                "network=wav2vec2",
                                "front_end.model=" + file,
                                "training.epochs=2",
                                "training.passes=1",
                                "training.batch_size=8")),
                ClipFolder.read(data),
                Home.open(files));

        // Export compares PyTorch and ONNX Runtime, and throws if they differ.
        ModelFile model = run.train(Occasion.quiet());
        Files.delete(file);

        List<Waveform> clips =
                run.loaded().clips().stream().map(LoadedClip::waveform).toList();
        ModelFile small = Quantization.int8(model, clips);
        try (Classifier classifier = Classifier.open(model);
                Classifier inEightBits = Classifier.open(small)) {
            List<Prediction> answers = classifier.classifyAll(clips);
            assertThat(answers).hasSize(16).allMatch(answer -> answer.probability() >= 0.5);
            assertThat(inEightBits.classifyAll(clips)).hasSize(16);
        }
        assertThat(NamedTensor.allIn(model.toBytes()).keySet())
                .contains("first.weight", "wav2vec2/encoder_layers_0_attention_q_proj_weight");
        // It is the front end, and the front end stays exact.
        assertThat(NamedTensor.allIn(small.toBytes()).keySet())
                .contains("wav2vec2/encoder_layers_0_attention_q_proj_weight")
                .doesNotContain("second.weight");
        assertThat(model.metadata().licences()).extracting(Licence::work).containsExactly("tiny.onnx");
        assertThat(model.metadata().provenance().settings()).containsEntry("front_end.model", file.toString());
    }

    @Test
    void aFileThatCannotBeUsedIsRefusedWithWhatToDo() throws IOException {
        assertRefused("ONNX_UNREADABLE", "nowhere.onnx", files.resolve("nowhere.onnx"));
        assertRefused("ONNX_UNREADABLE", "not an ONNX file", Files.writeString(files.resolve("a.onnx"), "no model"));
        assertRefused("ONNX_OPERATORS", "opset 18", changed(model -> {
            model.getOpsetImportBuilder(0).setVersion(18);
            return model;
        }));
        assertRefused("ONNX_OPERATORS", "com.microsoft", changed(model -> {
            model.getGraphBuilder().getNodeBuilder(1).setDomain("com.microsoft");
            return model;
        }));
        assertRefused("ONNX_EXTERNAL_DATA", "other files", changed(model -> {
            model.getGraphBuilder().getInitializerBuilder(0).setDataLocation(TensorProto.DataLocation.EXTERNAL);
            return model;
        }));
        assertRefused("ONNX_INPUTS", "attention_mask", changed(model -> {
            model.getGraphBuilder()
                    .addInput(model.getGraph().getInput(0).toBuilder().setName("attention_mask"));
            return model;
        }));
        assertRefused("ONNX_OUTPUTS", "last_hidden_state", changed(model -> {
            model.getGraphBuilder()
                    .getOutputBuilder(0)
                    .getTypeBuilder()
                    .getTensorTypeBuilder()
                    .getShapeBuilder()
                    .removeDim(2);
            return model;
        }));
    }

    @Test
    void theSettingsSayWhenAFileIsMissingOrOfNoUse() {
        Settings without = Settings.of(CUSTOM, List.of("network=wav2vec2", "window_seconds=1"));

        assertThatThrownBy(() -> CUSTOM.plan(without, 2))
                .extracting(failure -> ((HearkenException) failure).code())
                .isEqualTo("FRONT_END_MISSING");
        assertThatThrownBy(() -> Settings.of(CUSTOM, List.of("front_end.model=tiny.onnx")))
                .hasMessageContaining("front_end.model is for network=wav2vec2, not embedding");
    }

    private Path brought() {
        return TinyWav2Vec2.write(files.resolve("tiny.onnx"), UnaryOperator.identity());
    }

    private Path changed(UnaryOperator<ModelProto.Builder> change) {
        return TinyWav2Vec2.write(files.resolve("changed.onnx"), change);
    }

    private float firstValue(boolean normalised, float amplitude) {
        float[] samples = new float[8_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (amplitude * Math.sin(0.2 * i));
        }
        try (FeatureExtractor extractor = FeatureExtractor.of(new Wav2Vec2(brought(), normalised))) {
            return extractor.extract(Waveform.of(samples, 16_000)).toArray()[0];
        }
    }

    private static void assertRefused(String code, String told, Path file) {
        assertThatThrownBy(() -> new Wav2Vec2(file, true).channels())
                .hasMessageContaining(told)
                .extracting(failure -> ((HearkenException) failure).code())
                .isEqualTo(code);
    }
}
