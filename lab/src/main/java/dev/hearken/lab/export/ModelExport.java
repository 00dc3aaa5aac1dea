package dev.hearken.lab.export;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.ClipWindow;
import dev.hearken.core.features.FrontEnd;
import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.lab.network.Network;
import dev.hearken.lab.network.Weights;
import java.util.List;

/** Writes one graph from raw samples to calibrated probabilities: window, front end, network, temperature, softmax. */
public final class ModelExport {
    private static final String BATCH = "batch";

    private ModelExport() {}

    /**
     * The model file of a trained network, once the graph has been held against it.
     *
     * <p>A network with one logit more than there are labels knows what is none of them: the softmax over all logits then gives the output
     * {@code known}, the greatest share of a label, and the softmax over the labels' logits alone gives {@code probabilities}.
     *
     * @param temperature what logits are divided by before the softmax (Guo et al., 2017)
     * @param probes clips at the front end's rate on which graph and network are compared
     * @throws dev.hearken.core.HearkenException {@code EXPORT_PARITY} if they differ
     */
    public static ModelFile export(
            ClipWindow window,
            FrontEnd frontEnd,
            Network network,
            Weights weights,
            double temperature,
            ModelMetadata metadata,
            Iterable<Waveform> probes) {
        ExportParity.check(window, frontEnd, network, weights, probes);
        GraphBuilder graph = new GraphBuilder();
        String audio = graph.input("audio", BATCH, "samples");
        String features = frontEnd.appendTo(graph, window.appendTo(graph, audio));
        String logits = network.logits(new OnnxOps(graph, weights), features);
        String scaled = graph.node("Mul", List.of(logits, graph.scalar((float) (1 / temperature))));
        int labels = metadata.labels().size();
        boolean open = metadata.openSet().isPresent();
        String ofLabels = open
                ? graph.node("Slice", List.of(scaled, graph.indices(0), graph.indices(labels), graph.indices(1)))
                : scaled;
        graph.output(softmax(graph, ofLabels), "probabilities", BATCH, Integer.toString(labels));
        if (open) {
            graph.output(known(graph, softmax(graph, scaled), labels), "known", BATCH);
        }
        return ModelFile.of(graph, metadata);
    }

    private static String softmax(GraphBuilder graph, String logits) {
        return graph.node("Softmax", List.of(logits), Attribute.of("axis", 1));
    }

    private static String known(GraphBuilder graph, String shares, int labels) {
        String ofLabels =
                graph.node("Slice", List.of(shares, graph.indices(0), graph.indices(labels), graph.indices(1)));
        return graph.node("ReduceMax", List.of(ofLabels), Attribute.ofInts("axes", 1), Attribute.of("keepdims", 0));
    }
}
