package dev.hearken.core.features;

import dev.hearken.core.features.SpeechEmbeddingWeights.Layer;
import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.graph.NamedTensor;
import java.util.List;

/**
 * Google's speech embedding: what 0.78 s of sound is like, in 96 numbers, each 80 ms.
 *
 * <p>From samples in [-1, 1] at 16 kHz of shape [batch, samples] it makes [batch, frames, 96]; the values have no unit and a standard
 * deviation of about 15 on speech. A frame looks at 12,512 samples, and at those alone, so a recording's embeddings are the same whether
 * it is heard whole or window by window.
 *
 * <p>Reference: {@code melspectrogram.onnx} and {@code embedding_model.onnx} of openWakeWord 0.1; see {@link EmbeddingMel} for the one
 * deviation and {@link SpeechEmbeddingWeights} for the network and its origin.
 *
 * <p>Fewer layers give an earlier stage of the same network: shorter and more frequent frames that know sounds rather than words. After
 * {@link #SOUND_LAYERS} a frame has 96 values for each of two halves of the spectrum, each 40 ms.
 *
 * @param weights the released ones, or others of the same network
 * @param layers how many of the network's 20 layers are used, from the first
 */
public record SpeechEmbedding(SpeechEmbeddingWeights weights, int layers) implements FrontEnd {
    /** Layers after which the network still tells sounds apart in time. */
    public static final int SOUND_LAYERS = 15;

    private static final EmbeddingMel MEL = new EmbeddingMel();

    public SpeechEmbedding {
        int all = weights.layers().size();
        if (layers < 1 || layers > all) {
            throw new IllegalArgumentException("layers must be between 1 and " + all + ", got " + layers);
        }
    }

    /** The first layers with the released weights. */
    public SpeechEmbedding(int layers) {
        this(SpeechEmbeddingWeights.released(), layers);
    }

    /** The whole network, as released. */
    public static SpeechEmbedding whole() {
        return new SpeechEmbedding(SpeechEmbeddingWeights.LAYERS);
    }

    /** The first layers with Hearken's own weights, which hear through noise; see docs/backbone.md. */
    public static SpeechEmbedding robust(int layers) {
        return new SpeechEmbedding(SpeechEmbeddingWeights.robust(), layers);
    }

    @Override
    public int sampleRateHz() {
        return MEL.sampleRateHz();
    }

    @Override
    public int channels() {
        return stage().channels() * stage().bands();
    }

    @Override
    public FrameGrid grid() {
        return FrameGrid.of(
                MEL.grid().samplesFor(stage().frames()),
                stage().hopFrames() * MEL.grid().hopSamples());
    }

    @Override
    public String appendTo(GraphBuilder graph, String audio) {
        String value = graph.node("Unsqueeze", List.of(MEL.appendTo(graph, audio), graph.indices(1)));
        for (Layer layer : used()) {
            value = layer.appendTo(graph, value, tensor -> constant(graph, tensor));
        }
        // [batch, channels, frames, bands] -> [batch, frames, channels x bands]
        String byFrame = graph.node("Transpose", List.of(value), Attribute.ofInts("perm", 0, 2, 1, 3));
        return graph.node("Reshape", List.of(byFrame, graph.indices(0, 0, channels())));
    }

    private List<Layer> used() {
        return weights.layers().subList(0, layers);
    }

    /**
     * What leaves the last used layer.
     *
     * @param frames mel frames that one of its frames looks at
     * @param hopFrames mel frames to the next
     */
    private record Stage(int channels, int bands, int frames, int hopFrames) {
        Stage through(Layer layer) {
            List<Integer> kernel = layer.weights().shape();
            int sees = frames + (kernel.get(2) - 1) * hopFrames + (layer.timePool() - 1) * hopFrames;
            return new Stage(kernel.get(0), bands / layer.bandPool(), sees, hopFrames * layer.timePool());
        }
    }

    private Stage stage() {
        Stage stage = new Stage(1, MEL.channels(), 1, 1);
        for (Layer layer : used()) {
            stage = stage.through(layer);
        }
        return stage;
    }

    private static String constant(GraphBuilder graph, NamedTensor tensor) {
        return tensor.fitsHalf()
                ? graph.half("embedding", tensor.toArray(), tensor.lengths())
                : graph.constant("embedding", tensor.toArray(), tensor.lengths());
    }
}
