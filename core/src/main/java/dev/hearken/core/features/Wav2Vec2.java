package dev.hearken.core.features;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.ForeignGraph;
import dev.hearken.core.graph.GraphBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A wav2vec 2.0 or HuBERT network that the user brings as an ONNX file: the hidden states it makes of sound, 768 or so numbers each 20 ms
 * (Baevski et al., 2020, arXiv:2006.11477; Hsu et al., 2021, arXiv:2106.07447). Its weights stay as they are.
 *
 * <p>The file reads samples [batch, samples] at 16 kHz and gives [batch, frames, channels]. How many frames it makes of how many samples is
 * measured by running it. It is read when it is first needed.
 */
public final class Wav2Vec2 implements FrontEnd {
    private static final int RATE_HZ = 16_000;
    private static final int SEQUENCE_AXES = 3;

    /** As in Hugging Face's {@code Wav2Vec2FeatureExtractor}. */
    private static final float EPSILON = 1e-7f;

    private final Path file;
    private final boolean normalised;
    private volatile @Nullable HiddenStates states;

    /**
     * The network in a file.
     *
     * @param normalised whether it wants samples of mean 0 and variance 1, as most do ({@code do_normalize} in their settings)
     */
    public Wav2Vec2(Path file, boolean normalised) {
        this.file = file;
        this.normalised = normalised;
    }

    @Override
    public int sampleRateHz() {
        return RATE_HZ;
    }

    /** @throws dev.hearken.core.HearkenException as {@link ForeignGraph#read}, or {@code ONNX_FRAMES} if it is not what it should be */
    @Override
    public int channels() {
        return states().channels();
    }

    @Override
    public FrameGrid grid() {
        return states().grid();
    }

    @Override
    public String appendTo(GraphBuilder graph, String audio) {
        return graph.inline("wav2vec2", states().graph(), normalised ? normalised(graph, audio) : audio);
    }

    private HiddenStates states() {
        HiddenStates known = states;
        if (known == null) {
            known = HiddenStates.measure(file, ForeignGraph.read(file, SEQUENCE_AXES));
            states = known;
        }
        return known;
    }

    private static String normalised(GraphBuilder graph, String audio) {
        String centred = graph.node("Sub", List.of(audio, mean(graph, audio)));
        String variance = mean(graph, graph.node("Mul", List.of(centred, centred)));
        String deviation = graph.node("Sqrt", List.of(graph.node("Add", List.of(variance, graph.scalar(EPSILON)))));
        return graph.node("Div", List.of(centred, deviation));
    }

    private static String mean(GraphBuilder graph, String value) {
        return graph.node("ReduceMean", List.of(value), Attribute.ofInts("axes", 1), Attribute.of("keepdims", 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Wav2Vec2 that && file.equals(that.file) && normalised == that.normalised;
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, normalised);
    }

    @Override
    public String toString() {
        return "Wav2Vec2[" + file + "]";
    }
}
