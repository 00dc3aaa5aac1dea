package dev.hearken.core.features;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import java.util.List;

/**
 * A front end that hears every clip equally loud: the samples are scaled so that the largest has a given size.
 *
 * <p>For clips, not for streams: how loud one sample becomes depends on the whole clip.
 *
 * @param frontEnd what follows
 * @param peak the size of the largest sample afterwards, in (0, 1]
 */
public record Levelled(FrontEnd frontEnd, float peak) implements FrontEnd {
    /** Of a quieter clip than this, -80 dB of full scale, the noise is left alone. */
    private static final float QUIETEST = 1e-4f;

    public Levelled {
        if (!(peak > 0 && peak <= 1)) {
            throw new IllegalArgumentException("peak must be in (0, 1], got " + peak);
        }
    }

    @Override
    public int sampleRateHz() {
        return frontEnd.sampleRateHz();
    }

    @Override
    public int channels() {
        return frontEnd.channels();
    }

    @Override
    public FrameGrid grid() {
        return frontEnd.grid();
    }

    @Override
    public int frames(int samples) {
        return frontEnd.frames(samples);
    }

    @Override
    public String appendTo(GraphBuilder graph, String audio) {
        String loudest = graph.node(
                "ReduceMax",
                List.of(graph.node("Abs", List.of(audio))),
                Attribute.ofInts("axes", 1),
                Attribute.of("keepdims", 1));
        String size = graph.node("Max", List.of(loudest, graph.scalar(QUIETEST)));
        String factor = graph.node("Div", List.of(graph.scalar(peak), size));
        return frontEnd.appendTo(graph, graph.node("Mul", List.of(audio, factor)));
    }
}
