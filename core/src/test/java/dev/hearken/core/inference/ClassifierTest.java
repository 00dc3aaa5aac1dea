package dev.hearken.core.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.ClipWindow;
import dev.hearken.core.features.LogMel;
import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.OpenSet;
import dev.hearken.core.model.OperatingPoint;
import dev.hearken.core.model.Provenance;
import dev.hearken.core.task.Label;
import dev.hearken.core.task.LabelSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

class ClassifierTest {
    private static final int RATE = 8000;
    private static final ClipWindow WINDOW = new ClipWindow(4000, 800);

    /** Tells low tones from high ones: the mean log-mel of the lower bands against that of the upper. */
    private static final ModelFile LOW_OR_HIGH = lowOrHigh();

    @TempDir
    private Path folder;

    @Test
    void itHearsWhetherAToneIsLowOrHigh() {
        try (Classifier classifier = Classifier.open(LOW_OR_HIGH)) {
            assertThat(classifier.classify(tone(200, 4000, RATE)).label()).isEqualTo(new Label("low"));
            assertThat(classifier.classify(tone(3000, 4000, RATE)).label()).isEqualTo(new Label("high"));
        }
    }

    @Test
    void probabilitiesAddUpToOne() {
        try (Classifier classifier = Classifier.open(LOW_OR_HIGH)) {
            Prediction prediction = classifier.classify(tone(700, 3000, RATE));

            float[] probabilities = prediction.posteriors().toArray();
            assertThat(probabilities[0] + probabilities[1]).isCloseTo(1, within(1e-6f));
            assertThat(prediction.probability()).isEqualTo(Math.max(probabilities[0], probabilities[1]));
        }
    }

    @Test
    void manyClipsGetTheAnswersEachWouldGetAlone() {
        List<Waveform> clips = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            clips.add(tone(150 + 45 * i, 500 + 150 * i, i % 3 == 0 ? 16_000 : RATE));
        }
        try (Classifier classifier = Classifier.open(LOW_OR_HIGH)) {
            List<Prediction> together = classifier.classifyAll(clips);

            assertThat(together).hasSameSizeAs(clips);
            for (int i = 0; i < clips.size(); i++) {
                float alone = classifier.classify(clips.get(i)).posteriors().toArray()[0];
                assertThat(together.get(i).posteriors().toArray()[0]).isCloseTo(alone, within(1e-5f));
            }
        }
    }

    @Test
    void aModelFileKeepsWhatItSaysOfItself() {
        Path file = folder.resolve("deep").resolve("low-or-high.onnx");
        LOW_OR_HIGH.write(file);

        ModelFile read = ModelFile.read(file);

        assertThat(read.metadata()).isEqualTo(LOW_OR_HIGH.metadata());
        assertThat(read.digest()).isEqualTo(LOW_OR_HIGH.digest());
    }

    @Test
    void metadataCanBeChangedWithoutTouchingTheGraph() {
        ModelMetadata measured = LOW_OR_HIGH
                .metadata()
                .withMetrics(JsonNodeFactory.instance.objectNode().put("accuracy", 0.5));

        ModelFile changed = LOW_OR_HIGH.withMetadata(measured);

        assertThat(ModelFile.parse(changed.toBytes())
                        .metadata()
                        .metrics()
                        .get("accuracy")
                        .asDouble())
                .isEqualTo(0.5);
        try (Classifier classifier = Classifier.open(changed)) {
            assertThat(classifier.classify(tone(200, 4000, RATE)).label()).isEqualTo(new Label("low"));
        }
    }

    @Test
    void aSoundOfNoKnownClassIsCalledUnknown() {
        // The second logit is taken for "none of these": low tones are the only known class.
        GraphBuilder graph = new GraphBuilder();
        String audio = graph.input("audio", "batch", "samples");
        String shares = halves(graph, audio);
        String last = graph.constant("last", new long[] {1});
        String none = graph.node("Gather", List.of(shares, last), Attribute.of("axis", 1));
        graph.output(shares, "probabilities", "batch", "2");
        graph.output(graph.node("Sub", List.of(graph.scalar(1), none)), "known", "batch");
        ModelFile model = ModelFile.of(graph, metadata().withOpenSet(new OpenSet(0.5, 19, 20)));

        try (Classifier classifier = Classifier.open(model)) {
            assertThat(classifier.model().metadata().openSet()).contains(new OpenSet(0.5, 19, 20));
            assertThat(classifier.classify(tone(200, 4000, RATE)).label()).isEqualTo(new Label("low"));
            Prediction high = classifier.classify(tone(3000, 4000, RATE));
            assertThat(high.label()).isEqualTo(Prediction.UNKNOWN);
            assertThat(high.probability()).isGreaterThan(0.5f).isEqualTo(1 - high.known());
        }
    }

    @Test
    void whatIsNotAModelIsRefusedByName() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.onnx"), "this is no model");

        assertCode("MODEL_FORMAT", () -> ModelFile.read(text));
        assertCode("MODEL_NOT_FOUND", () -> ModelFile.read(folder.resolve("nowhere.onnx")));
        assertCode("MODEL_FORMAT", () -> ModelFile.parse(new byte[0]));
    }

    private static void assertCode(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(HearkenException.class)
                .extracting(failure -> ((HearkenException) failure).code())
                .isEqualTo(code);
    }

    private static Waveform tone(double hertz, int samples, int rate) {
        float[] tone = new float[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return Waveform.of(tone, rate);
    }

    private static ModelFile lowOrHigh() {
        GraphBuilder graph = new GraphBuilder();
        String audio = graph.input("audio", "batch", "samples");
        graph.output(halves(graph, audio), "probabilities", "batch", "2");
        return ModelFile.of(graph, metadata());
    }

    /** The shares of the lower and the upper half of the bands. */
    private static String halves(GraphBuilder graph, String audio) {
        String features = LogMel.digits8k().appendTo(graph, WINDOW.appendTo(graph, audio));
        String mean =
                graph.node("ReduceMean", List.of(features), Attribute.ofInts("axes", 1), Attribute.of("keepdims", 0));
        float[] halves = new float[40 * 2];
        for (int band = 0; band < 40; band++) {
            halves[band * 2 + (band < 20 ? 0 : 1)] = 0.05f;
        }
        String logits = graph.node("MatMul", List.of(mean, graph.constant("halves", halves, 40, 2)));
        return graph.node("Softmax", List.of(logits), Attribute.of("axis", 1));
    }

    private static ModelMetadata metadata() {
        return new ModelMetadata(
                "tones",
                LabelSet.of("low", "high"),
                RATE,
                WINDOW.samples(),
                WINDOW.hopSamples(),
                List.of(new OperatingPoint("low", 0.5, 1, 10, 2, 3.5)),
                JsonNodeFactory.instance.objectNode(),
                new Provenance("tones", Map.of("a", "b"), 1, "", 0, Map.of(), "2026-01-01T00:00:00Z"),
                List.of(new Licence("nothing", "CC0-1.0", "nobody")));
    }
}
