package dev.hearken.core.features;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import java.util.List;

/**
 * Two front ends on the same frames, the channels of the second behind those of the first: log-mel and MFCC, say.
 *
 * <p>What both compute alike, such as the spectrum, ONNX Runtime computes once.
 *
 * @param first its channels come first
 * @param second hears at the same rate and makes as many frames of anything
 */
public record SideBySide(FrontEnd first, FrontEnd second) implements FrontEnd {
    /** @throws IllegalArgumentException if the two have different sample rates or frames */
    public SideBySide {
        if (first.sampleRateHz() != second.sampleRateHz()) {
            throw new IllegalArgumentException("one front end listens at %d Hz, the other at %d Hz"
                    .formatted(first.sampleRateHz(), second.sampleRateHz()));
        }
        if (!first.grid().equals(second.grid()) || !sameFramesOfASecond(first, second)) {
            throw new IllegalArgumentException(
                    "the frames of %s are not the frames of %s".formatted(first.grid(), second.grid()));
        }
    }

    /** A front end may make one frame of many, whatever its grid says. */
    private static boolean sameFramesOfASecond(FrontEnd first, FrontEnd second) {
        return first.frames(first.sampleRateHz()) == second.frames(first.sampleRateHz());
    }

    @Override
    public int sampleRateHz() {
        return first.sampleRateHz();
    }

    @Override
    public int channels() {
        return first.channels() + second.channels();
    }

    @Override
    public FrameGrid grid() {
        return first.grid();
    }

    /** As many as both can make. */
    @Override
    public int frames(int samples) {
        return Math.min(first.frames(samples), second.frames(samples));
    }

    @Override
    public String appendTo(GraphBuilder graph, String audio) {
        return graph.node(
                "Concat",
                List.of(first.appendTo(graph, audio), second.appendTo(graph, audio)),
                Attribute.of("axis", 2));
    }
}
