package dev.hearken.core.features;

import dev.hearken.core.graph.GraphBuilder;

/**
 * What turns samples into features: written once, as a piece of an ONNX graph, which is run to make features for training and fused
 * into every exported model, so the two cannot differ.
 */
public sealed interface FrontEnd
        permits LogMel,
                Mfcc,
                EmbeddingMel,
                SpeechEmbedding,
                ClipStatistics,
                Levelled,
                PooledStatistics,
                SideBySide,
                Wav2Vec2 {
    /** The sample rate this front end listens at. */
    int sampleRateHz();

    /** The number of feature channels (mel bands, coefficients, embedding dimensions) a frame has. */
    int channels();

    /** How many samples a frame looks at, and how far the next one is. */
    FrameGrid grid();

    /** The number of frames made from {@code samples} samples; 0 if there are too few for one. */
    default int frames(int samples) {
        return grid().frames(samples);
    }

    /**
     * Adds this front end to a graph.
     *
     * <p>The graph is right for any batch and any number of samples that gives at least one frame; run with fewer, it fails or gives
     * no frames.
     *
     * @param graph the graph to add to
     * @param audio the name of a float32 value of shape [batch, samples]
     * @return the name of a float32 value of shape [batch, frames, channels]
     */
    String appendTo(GraphBuilder graph, String audio);
}
