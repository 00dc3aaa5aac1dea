package dev.hearken.core.features;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import java.util.List;

/**
 * The piece of a clip that a network looks at, of a fixed length.
 *
 * <p>A shorter clip gets zeros on both sides, the odd one at the end. Of a longer clip the loudest window is taken: the one with the
 * most energy among those that start at a multiple of the hop, the earliest of equals.
 *
 * @param samples length of the window
 * @param hopSamples distance between the windows tried in a longer clip
 */
public record ClipWindow(int samples, int hopSamples) {
    public ClipWindow {
        if (samples < 1 || hopSamples < 1) {
            throw new IllegalArgumentException("window of " + samples + " and hop of " + hopSamples + " samples");
        }
    }

    /** The window of a clip, of any length, as the graph chooses it. */
    public Waveform fit(Waveform clip) {
        int start = clip.length() > samples ? loudestStart(clip) : -((samples - clip.length()) / 2);
        return clip.window(start, start + samples);
    }

    private int loudestStart(Waveform clip) {
        double energy = 0;
        for (int i = 0; i < samples; i++) {
            energy += power(clip, i);
        }
        int loudest = 0;
        double most = energy;
        for (int start = hopSamples; start + samples <= clip.length(); start += hopSamples) {
            for (int i = 0; i < hopSamples; i++) {
                energy += power(clip, start - hopSamples + samples + i) - power(clip, start - hopSamples + i);
            }
            if (energy > most) {
                most = energy;
                loudest = start;
            }
        }
        return loudest;
    }

    private static double power(Waveform clip, int index) {
        return (double) clip.sample(index) * clip.sample(index);
    }

    /**
     * Adds the rule to a graph.
     *
     * @param audio a float32 value of shape [batch, any number of samples]
     * @return a float32 value of shape [batch, {@link #samples}]
     */
    public String appendTo(GraphBuilder graph, String audio) {
        String padded = appendPadding(graph, audio);
        String power = graph.node("Unsqueeze", List.of(graph.node("Mul", List.of(padded, padded)), graph.indices(1)));
        String energies = graph.node(
                "AveragePool",
                List.of(power),
                Attribute.ofInts("kernel_shape", samples),
                Attribute.ofInts("strides", hopSamples));
        String loudest = graph.node("ArgMax", List.of(energies), Attribute.of("axis", 2), Attribute.of("keepdims", 0));
        String start = graph.node("Mul", List.of(loudest, graph.indices(hopSamples)));
        String steps = graph.node(
                "Range",
                List.of(
                        graph.constant("from", new long[] {0}),
                        graph.constant("to", new long[] {samples}),
                        graph.constant("step", new long[] {1})));
        String indices = graph.node("Add", List.of(start, steps));
        return graph.node("GatherElements", List.of(padded, indices), Attribute.of("axis", 1));
    }

    private String appendPadding(GraphBuilder graph, String audio) {
        String length =
                graph.node("Slice", List.of(graph.node("Shape", List.of(audio)), graph.indices(1), graph.indices(2)));
        String missing = graph.node(
                "Max", List.of(graph.node("Sub", List.of(graph.indices(samples), length)), graph.indices(0)));
        String before = graph.node("Div", List.of(missing, graph.indices(2)));
        String after = graph.node("Sub", List.of(missing, before));
        String pads = graph.node(
                "Concat", List.of(graph.indices(0), before, graph.indices(0), after), Attribute.of("axis", 0));
        return graph.node("Pad", List.of(audio, pads));
    }
}
