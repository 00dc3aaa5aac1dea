package dev.hearken.core.features;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import java.util.List;

/**
 * Frames counted from a clip's first sound to its last, whatever zeros stand around it, as values of a graph.
 *
 * <p>A clip in a window has zeros before and behind it. Here it is moved to the start of the window, and the frames whose centre lies in it
 * are marked; they are the frames the clip would have alone. A window of zeros alone counts as a silent clip of its whole length.
 *
 * @param audio float32 [batch, samples]: the clip first, then zeros
 * @param samples float32 [batch, samples]: 1 where the clip is, 0 behind it
 * @param frames float32 [batch, 1, frames]: 1 for a frame of the clip, 0 behind it
 * @param count int64 [batch, 1]: frames of the clip
 * @param frameNumbers int64 [frames]: 0, 1, 2, …
 */
record ClipFrames(String audio, String samples, String frames, String count, String frameNumbers) {
    private static final Attribute AXIS = Attribute.of("axis", 1);

    /** Marks the frames of {@code audio}, float32 [batch, samples]; frames are centred at multiples of the hop. */
    static ClipFrames appendTo(GraphBuilder graph, String audio, int hopSamples) {
        String sounding = graph.node("Abs", List.of(graph.node("Sign", List.of(audio))));
        String first = graph.node("ArgMax", List.of(sounding), AXIS);
        String last = graph.node("ArgMax", List.of(sounding), AXIS, Attribute.of("select_last_index", 1));
        String one = graph.indices(1);
        String length = graph.node("Add", List.of(graph.node("Sub", List.of(last, first)), one));

        String window = graph.node("Gather", List.of(graph.node("Shape", List.of(audio)), whole(graph, 1)));
        String positions = range(graph, window);
        String from = graph.node("Min", List.of(graph.node("Add", List.of(positions, first)), window));
        String withZero = graph.node("Pad", List.of(audio, graph.indices(0, 0, 0, 1)));
        String moved = graph.node("GatherElements", List.of(withZero, from), AXIS);

        String hop = whole(graph, hopSamples);
        String count = graph.node("Add", List.of(graph.node("Div", List.of(length, hop)), one));
        String allFrames = graph.node("Add", List.of(graph.node("Div", List.of(window, hop)), whole(graph, 1)));
        String frameNumbers = range(graph, allFrames);
        String frames = graph.node("Unsqueeze", List.of(below(graph, frameNumbers, count), one));
        return new ClipFrames(moved, below(graph, positions, length), frames, count, frameNumbers);
    }

    /** The mean over the clip's frames of values of shape [batch, rows, frames]: [batch, rows, 1]. */
    String appendMean(GraphBuilder graph, String values) {
        String inside = graph.node("Mul", List.of(values, frames));
        String sum = graph.node("ReduceSum", List.of(inside, graph.indices(2)));
        return graph.node("Div", List.of(sum, graph.node("ReduceSum", List.of(frames, graph.indices(2)))));
    }

    /** The standard deviation over the clip's frames of values with this mean, of the same shapes. */
    String appendDeviation(GraphBuilder graph, String values, String mean) {
        String away = graph.node("Sub", List.of(values, mean));
        return graph.node("Sqrt", List.of(appendMean(graph, graph.node("Mul", List.of(away, away)))));
    }

    /** An int64 scalar. */
    static String whole(GraphBuilder graph, long value) {
        return graph.constant("whole", new long[] {value});
    }

    /** 0, 1, … below an int64 scalar. */
    static String range(GraphBuilder graph, String end) {
        return graph.node("Range", List.of(whole(graph, 0), end, whole(graph, 1)));
    }

    /** 1 where numbers lie below limits, else 0, as float32. */
    static String below(GraphBuilder graph, String numbers, String limits) {
        return graph.node("Cast", List.of(graph.node("Less", List.of(numbers, limits))), Attribute.of("to", 1));
    }
}
