package dev.hearken.server;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.Provenance;
import dev.hearken.core.task.LabelSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real model small enough to work by hand: {@code P(loud) = sigmoid(8 * mean of squares + bias)}.
 *
 * <p>With bias -1, silence gives sigmoid(-1) = 0.2689 and a constant of 0.5 gives sigmoid(8 * 0.25 - 1) = sigmoid(1) = 0.7311.
 */
final class LoudnessModel {
    private LoudnessModel() {}

    static ModelFile withBias(float bias) {
        GraphBuilder graph = new GraphBuilder();
        String audio = graph.input("audio", "batch", "samples");
        String squares = graph.node("Mul", List.of(audio, audio));
        String power = graph.node("ReduceMean", List.of(squares), Attribute.ofInts("axes", 1));
        String scaled = graph.node("MatMul", List.of(power, graph.constant("weights", new float[] {8, 0}, 1, 2)));
        String logits = graph.node("Add", List.of(scaled, graph.constant("bias", new float[] {bias, 0}, 2)));
        graph.output(graph.node("Softmax", List.of(logits)), "probabilities", "batch", "2");
        return ModelFile.of(graph, metadata());
    }

    /** A file with all the metadata in place and a graph that ONNX Runtime refuses. */
    static ModelFile unusable() {
        GraphBuilder graph = new GraphBuilder();
        String audio = graph.input("audio", "batch", "samples");
        graph.output(graph.node("NoSuchOperator", List.of(audio)), "probabilities", "batch", "2");
        return ModelFile.of(graph, metadata());
    }

    private static ModelMetadata metadata() {
        return new ModelMetadata(
                "loudness",
                LabelSet.of("loud", "quiet"),
                8_000,
                8_000,
                4_000,
                List.of(),
                JsonMapper.shared().readTree("{\"accuracy\":1.0,\"n\":2}"),
                new Provenance("loudness", Map.of(), 1, "0".repeat(64), 2, Map.of(), "2026-11-21T00:00:00Z"),
                List.of());
    }
}
