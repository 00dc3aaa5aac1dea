package dev.hearken.core.features;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import java.util.List;

/** What {@link ClipStatistics} reads off each frame's samples, as nodes of a graph: [batch, 1, frames]. */
final class WaveRows {
    /** {@code librosa.zero_crossings(threshold=1e-10)}: what is smaller counts as zero, and zero as positive. */
    private static final float LEAST_NEGATIVE = -1e-10f;

    private WaveRows() {}

    /** Changes of sign a sample; what lies behind the clip counts as its last sample held: {@code pad_mode="edge"}. */
    static String appendZeroCrossings(GraphBuilder graph, Stft stft, ClipFrames clip) {
        String negative = ClipFrames.below(graph, clip.audio(), graph.scalar(LEAST_NEGATIVE));
        String change = graph.node("Sub", List.of(tail(graph, negative), head(graph, negative)));
        String crossings = graph.node("Mul", List.of(graph.node("Abs", List.of(change)), tail(graph, clip.samples())));
        // A frame of n samples has n - 1 neighbours that may differ in sign; librosa divides by n.
        int pairs = stft.fftSize() - 1;
        String mean = appendFrameMean(graph, stft, crossings, pairs);
        return graph.node("Mul", List.of(mean, graph.scalar((float) pairs / stft.fftSize())));
    }

    /** The root of the mean square. */
    static String appendRms(GraphBuilder graph, Stft stft, ClipFrames clip) {
        String squares = graph.node("Mul", List.of(clip.audio(), clip.audio()));
        return graph.node("Sqrt", List.of(appendFrameMean(graph, stft, squares, stft.fftSize())));
    }

    private static String appendFrameMean(GraphBuilder graph, Stft stft, String values, int length) {
        int pad = stft.grid().padSamples();
        return graph.node(
                "AveragePool",
                List.of(graph.node("Unsqueeze", List.of(values, graph.indices(1)))),
                Attribute.ofInts("kernel_shape", length),
                Attribute.ofInts("strides", stft.hopSamples()),
                Attribute.ofInts("pads", pad, pad),
                Attribute.of("count_include_pad", 1));
    }

    private static String tail(GraphBuilder graph, String values) {
        return graph.node("Slice", List.of(values, graph.indices(1), graph.indices(Long.MAX_VALUE), graph.indices(1)));
    }

    private static String head(GraphBuilder graph, String values) {
        return graph.node("Slice", List.of(values, graph.indices(0), graph.indices(-1), graph.indices(1)));
    }
}
