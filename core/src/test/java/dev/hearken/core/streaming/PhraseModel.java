package dev.hearken.core.streaming;

import dev.hearken.core.features.SpeechEmbedding;
import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.model.DetectionRule;
import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.OperatingPoint;
import dev.hearken.core.model.Provenance;
import dev.hearken.core.task.LabelSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.node.JsonNodeFactory;

/** A phrase's detector as it is shipped, the robust speech embedding and a head on its last 16 frames, with a head drawn by lot. */
final class PhraseModel {
    static final int EMBEDDINGS = 16;
    static final int HOP = 1_280;
    static final int WINDOW = 12_512 + (EMBEDDINGS - 1) * HOP;

    private static final int CHANNELS = 96;
    private static final int HIDDEN = 64;

    private final GraphBuilder graph = new GraphBuilder();
    private final SplittableRandom random = new SplittableRandom(7);

    private PhraseModel() {}

    static ModelFile file() {
        PhraseModel model = new PhraseModel();
        String audio = model.graph.input("audio", "batch", "samples");
        String embeddings = model.graph.node(
                "Transpose",
                List.of(SpeechEmbedding.robust(20).appendTo(model.graph, audio)),
                Attribute.ofInts("perm", 0, 2, 1));
        return model.finished(model.head(embeddings));
    }

    /** The same, but a recurrent layer remembers more than the window. */
    static ModelFile recurrent() {
        PhraseModel model = new PhraseModel();
        String audio = model.graph.input("audio", "batch", "samples");
        String byTime = model.graph.node(
                "Transpose",
                List.of(SpeechEmbedding.robust(20).appendTo(model.graph, audio)),
                Attribute.ofInts("perm", 1, 0, 2));
        String weights = model.drawn(3 * CHANNELS * CHANNELS, 0.05, 1, 3 * CHANNELS, CHANNELS);
        String recurrence = model.drawn(3 * CHANNELS * CHANNELS, 0.05, 1, 3 * CHANNELS, CHANNELS);
        String heard = model.graph
                .nodes("GRU", 2, List.of(byTime, weights, recurrence), Attribute.of("hidden_size", CHANNELS))
                .get(0);
        String squeezed = model.graph.node("Squeeze", List.of(heard, model.graph.indices(1)));
        return model.finished(
                model.head(model.graph.node("Transpose", List.of(squeezed), Attribute.ofInts("perm", 1, 2, 0))));
    }

    /** [batch, 96, frames] to the phrase's logit, [batch, 1, frames - 15]. */
    private String head(String embeddings) {
        String first = graph.node(
                "Conv", List.of(embeddings, drawn(HIDDEN * CHANNELS * EMBEDDINGS, 0.01, HIDDEN, CHANNELS, EMBEDDINGS)));
        String hidden = graph.node("Relu", List.of(first));
        return graph.node("Conv", List.of(hidden, drawn(HIDDEN, 0.5, 1, HIDDEN, 1)));
    }

    private ModelFile finished(String logit) {
        String phrase = graph.node("Sigmoid", List.of(logit));
        String background = graph.node("Sub", List.of(graph.scalar(1), phrase));
        String both = graph.node("Concat", List.of(phrase, background), Attribute.of("axis", 1));
        String frames = graph.node("Transpose", List.of(both), Attribute.ofInts("perm", 0, 2, 1));
        graph.output(frames, "frame_probabilities", "batch", "frames", "2");
        String highest =
                graph.node("ReduceMax", List.of(phrase), Attribute.ofInts("axes", 1, 2), Attribute.of("keepdims", 0));
        String most = graph.node("Unsqueeze", List.of(highest, graph.indices(1)));
        String rest = graph.node("Sub", List.of(graph.scalar(1), most));
        graph.output(graph.node("Concat", List.of(most, rest), Attribute.of("axis", 1)), "probabilities", "batch", "2");
        return ModelFile.of(graph, metadata());
    }

    private String drawn(int count, double scale, long... shape) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * random.nextDouble(-1, 1));
        }
        return graph.constant("drawn", values, shape);
    }

    private static ModelMetadata metadata() {
        return new ModelMetadata(
                        "phrase",
                        LabelSet.of("hello", "_background_"),
                        16_000,
                        WINDOW,
                        HOP,
                        List.of(),
                        JsonNodeFactory.instance.objectNode(),
                        new Provenance("phrase", Map.of(), 1, "", 0, Map.of(), "2026-01-01T00:00:00Z"),
                        List.of(new Licence("nothing", "CC0-1.0", "nobody")))
                .withDetection(
                        new DetectionRule(3, 16_000, 8_000),
                        List.of(
                                new OperatingPoint("hello", 0.6, 2, 100, 12, 24),
                                new OperatingPoint("hello", 0.5, 1, 100, 24, 24)));
    }
}
