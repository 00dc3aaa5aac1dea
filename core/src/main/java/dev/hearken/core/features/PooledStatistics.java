package dev.hearken.core.features;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * What other front ends make of a whole clip, in one frame: of each of their channels the mean over the frames, the mean distance from
 * that mean, and the mean step from one frame to the next.
 *
 * <p>From [batch, samples] it makes [batch, 1, 3 x channels of all parts], in the order of the parts, means first. The steps tell a lively
 * sound from a lasting one of the same range (after the statistics pooling of Snyder et al., 2018, "X-vectors").
 *
 * @param parts at least one, all at one sample rate
 */
public record PooledStatistics(List<FrontEnd> parts) implements FrontEnd {
    /** How many statistics there are of a channel. */
    private static final int STATISTICS = 3;

    public PooledStatistics {
        parts = List.copyOf(parts);
        if (parts.stream().map(FrontEnd::sampleRateHz).distinct().count() != 1) {
            throw new IllegalArgumentException("the parts must listen at one rate, got " + parts);
        }
    }

    @Override
    public int sampleRateHz() {
        return parts.get(0).sampleRateHz();
    }

    @Override
    public int channels() {
        return STATISTICS * parts.stream().mapToInt(FrontEnd::channels).sum();
    }

    /** The frames of the first part, which are pooled. */
    @Override
    public FrameGrid grid() {
        return parts.get(0).grid();
    }

    /** One, where every part makes the two frames that a step takes. */
    @Override
    public int frames(int samples) {
        return parts.stream().allMatch(part -> part.frames(samples) > 1) ? 1 : 0;
    }

    @Override
    public String appendTo(GraphBuilder graph, String audio) {
        List<String> pooled = new ArrayList<>();
        for (FrontEnd part : parts) {
            String frames = part.appendTo(graph, audio);
            String mean = meanOverFrames(graph, frames);
            pooled.add(mean);
            pooled.add(meanOverFrames(graph, distance(graph, frames, mean)));
            pooled.add(meanOverFrames(
                    graph, distance(graph, slice(graph, frames, 1, Long.MAX_VALUE), slice(graph, frames, 0, -1))));
        }
        return graph.node("Concat", pooled, Attribute.of("axis", 2));
    }

    private static String meanOverFrames(GraphBuilder graph, String frames) {
        return graph.node("ReduceMean", List.of(frames), Attribute.ofInts("axes", 1), Attribute.of("keepdims", 1));
    }

    private static String distance(GraphBuilder graph, String first, String second) {
        return graph.node("Abs", List.of(graph.node("Sub", List.of(first, second))));
    }

    private static String slice(GraphBuilder graph, String frames, long from, long to) {
        return graph.node("Slice", List.of(frames, graph.indices(from), graph.indices(to), graph.indices(1)));
    }
}
