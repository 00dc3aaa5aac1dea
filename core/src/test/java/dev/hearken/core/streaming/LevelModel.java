package dev.hearken.core.streaming;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.model.DetectionRule;
import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.OpenSet;
import dev.hearken.core.model.OperatingPoint;
import dev.hearken.core.model.Provenance;
import dev.hearken.core.task.LabelSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A model to be followed by hand, 100 samples a window and a hop at 1,000 Hz: the probability of {@code positive} is the mean of the samples,
 * that of {@code negative} is minus that mean, both at least 0, and {@code _neither_} has the rest.
 */
final class LevelModel {
    static final int HOP = 100;
    static final int RATE = 1_000;

    private LevelModel() {}

    /** With no averaging, and a refractory of three hops. */
    static ModelFile file() {
        return file(new DetectionRule(1, 3 * HOP, 150));
    }

    static ModelFile file(DetectionRule rule) {
        GraphBuilder graph = graph();
        return ModelFile.of(graph, metadata(rule));
    }

    /** The same, but only what begins with a sample of at least 0.5 is known. */
    static ModelFile openSet() {
        GraphBuilder graph = graph();
        String first = graph.node("Slice", List.of("audio", graph.indices(0), graph.indices(1), graph.indices(1)));
        graph.output(graph.node("Squeeze", List.of(first, graph.indices(1))), "known", "batch");
        return ModelFile.of(graph, metadata(new DetectionRule(1, 3 * HOP, 150)).withOpenSet(new OpenSet(0.5, 1, 1)));
    }

    /** A hop of one level after the other. */
    static float[] levels(double... levels) {
        float[] samples = new float[levels.length * HOP];
        for (int i = 0; i < levels.length; i++) {
            Arrays.fill(samples, i * HOP, (i + 1) * HOP, (float) levels[i]);
        }
        return samples;
    }

    private static GraphBuilder graph() {
        GraphBuilder graph = new GraphBuilder();
        String audio = graph.input("audio", "batch", "samples");
        String mean =
                graph.node("ReduceMean", List.of(audio), Attribute.ofInts("axes", 1), Attribute.of("keepdims", 1));
        String positive = graph.node("Relu", List.of(mean));
        String negative = graph.node("Relu", List.of(graph.node("Neg", List.of(mean))));
        String rest = graph.node("Sub", List.of(graph.scalar(1), graph.node("Add", List.of(positive, negative))));
        graph.output(
                graph.node("Concat", List.of(positive, negative, rest), Attribute.of("axis", 1)),
                "probabilities",
                "batch",
                "3");
        return graph;
    }

    private static ModelMetadata metadata(DetectionRule rule) {
        return new ModelMetadata(
                        "levels",
                        LabelSet.of("positive", "negative", "_neither_"),
                        RATE,
                        HOP,
                        HOP,
                        List.of(),
                        JsonNodeFactory.instance.objectNode(),
                        new Provenance("levels", Map.of(), 0, "none", 0, Map.of(), "2026-01-01T00:00:00Z"),
                        List.of(new Licence("nothing", "CC0-1.0", "nobody")))
                .withDetection(
                        rule,
                        List.of(
                                new OperatingPoint("positive", 0.625, 3, 10, 5, 10),
                                new OperatingPoint("positive", 0.8, 5, 10, 1, 10),
                                new OperatingPoint("positive", 0.3, 0, 10, 20, 10)));
    }
}
