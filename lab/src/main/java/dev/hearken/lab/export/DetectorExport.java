package dev.hearken.lab.export;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.FrontEnd;
import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.lab.network.DetectorHead;
import dev.hearken.lab.network.Weights;
import java.util.List;

/** Writes a detector as one graph: from raw samples to a probability each hop, and to that of the hop that sounds most like the phrase. */
public final class DetectorExport {
    private static final String BATCH = "batch";
    private static final String LABELS = "2";

    private DetectorExport() {}

    /**
     * The model file of a trained detector, once the graph has been held against it.
     *
     * @param frontEnd what the head listens through
     * @param offset the logit that becomes a probability of one half
     * @param metadata with two labels: the phrase and what is not it
     * @param probes sounds at the front end's rate, no shorter than the model's window
     * @throws dev.hearken.core.HearkenException {@code EXPORT_PARITY} if graph and network differ
     */
    public static ModelFile export(
            FrontEnd frontEnd,
            DetectorHead head,
            Weights weights,
            double offset,
            ModelMetadata metadata,
            Iterable<Waveform> probes) {
        ExportParity.check(frontEnd, head, weights, probes);
        GraphBuilder graph = new GraphBuilder();
        String features = frontEnd.appendTo(graph, graph.input("audio", BATCH, "samples"));
        String logits = head.outputs(new OnnxOps(graph, weights), features).get(0);
        // [batch, frames] -> [batch, frames, 1]
        String column = graph.node("Unsqueeze", List.of(logits, graph.indices(2)));
        String shifted = graph.node("Sub", List.of(column, graph.scalar((float) offset)));
        String phrase = graph.node("Sigmoid", List.of(shifted));
        graph.output(withRest(graph, phrase, 2), "frame_probabilities", BATCH, "frames", LABELS);
        String best =
                graph.node("ReduceMax", List.of(phrase), Attribute.ofInts("axes", 1), Attribute.of("keepdims", 0));
        graph.output(withRest(graph, best, 1), "probabilities", BATCH, LABELS);
        return ModelFile.of(graph, metadata);
    }

    /** Beside each probability what it leaves. */
    private static String withRest(GraphBuilder graph, String probabilities, int axis) {
        String rest = graph.node("Sub", List.of(graph.scalar(1), probabilities));
        return graph.node("Concat", List.of(probabilities, rest), Attribute.of("axis", axis));
    }
}
