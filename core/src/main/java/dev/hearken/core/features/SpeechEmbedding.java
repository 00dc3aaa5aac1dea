package dev.hearken.core.features;

import dev.hearken.core.features.SpeechEmbeddingWeights.Layer;
import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.graph.NamedTensor;
import java.util.List;

/**
 * Google's speech embedding with its released weights: what 0.78 s of sound is like, in 96 numbers, each 80 ms.
 *
 * <p>From samples in [-1, 1] at 16 kHz of shape [batch, samples] it makes [batch, frames, 96]; the values have no unit and a standard
 * deviation of about 15 on speech. A frame looks at 12,512 samples, and at those alone, so a recording's embeddings are the same whether
 * it is heard whole or window by window.
 *
 * <p>Reference: {@code melspectrogram.onnx} and {@code embedding_model.onnx} of openWakeWord 0.1; see {@link EmbeddingMel} for the one
 * deviation and {@link SpeechEmbeddingWeights} for the network and its origin.
 */
public record SpeechEmbedding() implements FrontEnd {
    private static final int CHANNELS = 96;

    /** Mel frames an embedding looks at, and mel frames to the next. */
    private static final int MEL_FRAMES = 76;

    private static final int MEL_HOP = 8;

    private static final EmbeddingMel MEL = new EmbeddingMel();

    @Override
    public int sampleRateHz() {
        return MEL.sampleRateHz();
    }

    @Override
    public int channels() {
        return CHANNELS;
    }

    @Override
    public FrameGrid grid() {
        return FrameGrid.of(
                MEL.grid().samplesFor(MEL_FRAMES), MEL_HOP * MEL.grid().hopSamples());
    }

    @Override
    public String appendTo(GraphBuilder graph, String audio) {
        String value = graph.node("Unsqueeze", List.of(MEL.appendTo(graph, audio), graph.indices(1)));
        for (Layer layer : SpeechEmbeddingWeights.load().layers()) {
            value = appendLayer(graph, value, layer);
        }
        String embeddings = graph.node("Squeeze", List.of(value, graph.indices(3)));
        return graph.node("Transpose", List.of(embeddings), Attribute.ofInts("perm", 0, 2, 1));
    }

    private static String appendLayer(GraphBuilder graph, String input, Layer layer) {
        Attribute pads = Attribute.ofInts("pads", 0, layer.bandPad(), 0, layer.bandPad());
        String weights = constant(graph, layer.weights());
        if (layer.bias().isEmpty()) {
            return graph.node("Conv", List.of(input, weights), pads);
        }
        String bias = constant(graph, layer.bias().get());
        String convolved = graph.node("Conv", List.of(input, weights, bias), pads);
        String leaked = graph.node("LeakyRelu", List.of(convolved), Attribute.of("alpha", SpeechEmbeddingWeights.LEAK));
        String value = graph.node("Max", List.of(leaked, graph.scalar(SpeechEmbeddingWeights.LOWEST)));
        if (layer.bandPool() == 1) {
            return value;
        }
        return graph.node(
                "MaxPool",
                List.of(value),
                Attribute.ofInts("kernel_shape", layer.timePool(), layer.bandPool()),
                Attribute.ofInts("strides", layer.timePool(), layer.bandPool()));
    }

    private static String constant(GraphBuilder graph, NamedTensor tensor) {
        long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
        return graph.constant("embedding", tensor.toArray(), shape);
    }
}
