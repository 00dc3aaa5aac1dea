package dev.hearken.store.registry;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.Provenance;
import dev.hearken.core.task.LabelSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Real model files of a few hundred bytes: loudness through a matrix and a softmax, so each seed answers differently. */
final class TinyModels {
    private TinyModels() {}

    static ModelFile model(String task, float seed) {
        GraphBuilder graph = new GraphBuilder();
        String audio = graph.input("audio", "batch", "samples");
        String loudness = graph.node("ReduceL2", List.of(audio), Attribute.ofInts("axes", 1));
        String weights = graph.constant("weights", new float[] {seed, -seed}, 1, 2);
        String logits = graph.node("MatMul", List.of(loudness, weights));
        graph.output(graph.node("Softmax", List.of(logits)), "probabilities", "batch", "2");
        return ModelFile.of(
                graph,
                new ModelMetadata(
                        task,
                        LabelSet.of("loud", "quiet"),
                        8_000,
                        8_000,
                        4_000,
                        List.of(),
                        JsonMapper.shared().readTree("{\"accuracy\":0.5,\"n\":2}"),
                        new Provenance(task, Map.of(), 1, "0".repeat(64), 2, Map.of(), "2026-11-21T00:00:00Z"),
                        List.of()));
    }
}
