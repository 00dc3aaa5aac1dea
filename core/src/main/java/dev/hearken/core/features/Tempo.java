package dev.hearken.core.features;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import java.util.List;

/**
 * How fast a clip's beats follow each other, as nodes of a graph: the lag at which rises in level repeat, given that tempi around 120 beats
 * a minute are the likeliest.
 *
 * <p>Reference: {@code librosa.feature.tempo(y, sr, hop_length, start_bpm=120, std_bpm=1, ac_size=8, max_tempo=320, aggregate=np.mean)}, which
 * is {@code librosa.onset.onset_strength} and {@code librosa.feature.tempogram} with their defaults. Ellis, D.: Beat tracking by dynamic
 * programming, Journal of New Music Research 36 (2007).
 *
 * <p>The mean over windows of their autocorrelations is the sums along the diagonals of one product of the windows' matrix with itself.
 *
 * @param stft the frames of the levels
 */
record Tempo(Stft stft) {
    private static final double LIKELIEST_BPM = 120;
    private static final double FASTEST_BPM = 320;

    /** The longest lag looked at. */
    private static final double WINDOW_SECONDS = 8;

    /** librosa's {@code log1p(1e6 * tg)}. */
    private static final float STEEPNESS = 1e6f;

    /**
     * Adds the tempo to a graph.
     *
     * @param levels float32 [batch, bands, frames] in decibels, nothing rising behind the clip
     * @return float32 [batch, 1, 1] in beats a minute
     */
    String appendTo(GraphBuilder graph, String levels, ClipFrames clip) {
        String windows = appendWindows(graph, appendRises(graph, levels, clip), clip);
        String likelihood = graph.node(
                "Add",
                List.of(appendLogLag(graph, windows, clip), graph.constant("log_prior", logPrior(), windowFrames())));
        String lag = graph.node("ArgMax", List.of(likelihood), Attribute.of("axis", 1));
        String frames = graph.node("Cast", List.of(lag), Attribute.of("to", 1));
        String bpm = graph.node("Div", List.of(graph.scalar((float) bpm(1)), frames));
        return graph.node("Unsqueeze", List.of(bpm, graph.indices(2)));
    }

    /** The mean rise of the bands from one frame to the next, put where librosa puts it: [batch, frames]. */
    private String appendRises(GraphBuilder graph, String levels, ClipFrames clip) {
        String rise =
                graph.node("Sub", List.of(slice(graph, levels, 2, 1, Long.MAX_VALUE), slice(graph, levels, 2, 0, -1)));
        String mean = graph.node(
                "ReduceMean",
                List.of(graph.node("Relu", List.of(rise))),
                Attribute.ofInts("axes", 1),
                Attribute.of("keepdims", 0));
        // One frame later because it is a difference, and half a frame's length because frames are centred.
        int later = 1 + stft.fftSize() / (2 * stft.hopSamples());
        String delayed = graph.node("Pad", List.of(mean, graph.indices(0, later, 0, 1 - later)));
        return graph.node("Mul", List.of(delayed, graph.node("Squeeze", List.of(clip.frames(), graph.indices(1)))));
    }

    /** A Hann window of rises around every frame of the clip, of length 1: [batch, frames, window]. */
    private String appendWindows(GraphBuilder graph, String rises, ClipFrames clip) {
        String starts = graph.node("Unsqueeze", List.of(clip.frameNumbers(), graph.indices(1)));
        String offsets = ClipFrames.range(graph, ClipFrames.whole(graph, windowFrames()));
        String around = graph.node(
                "Gather",
                List.of(appendRamp(graph, rises, clip), graph.node("Add", List.of(starts, offsets))),
                Attribute.of("axis", 1));
        String windows = graph.node("Mul", List.of(around, graph.constant("hann", hann(), windowFrames())));
        String length = graph.node("ReduceL2", List.of(windows), Attribute.ofInts("axes", 2));
        String units = graph.node(
                "Div", List.of(windows, graph.node("Max", List.of(length, graph.scalar(SpectralRows.TINY)))));
        String inClip = graph.node("Transpose", List.of(clip.frames()), Attribute.ofInts("perm", 0, 2, 1));
        return graph.node("Mul", List.of(units, inClip));
    }

    /** Half a window of zeros before the clip; behind it a straight line from its last rise to zero: {@code mode="linear_ramp"}. */
    private String appendRamp(GraphBuilder graph, String rises, ClipFrames clip) {
        int half = windowFrames() / 2;
        String padded = graph.node("Pad", List.of(rises, graph.indices(0, half, 0, half)));
        String length = graph.node("Gather", List.of(graph.node("Shape", List.of(padded)), ClipFrames.whole(graph, 1)));
        String positions = ClipFrames.range(graph, length);
        String end = graph.node("Add", List.of(clip.count(), graph.indices(half)));
        String behind = ClipFrames.below(graph, graph.node("Sub", List.of(end, graph.indices(1))), positions);
        String beyond = graph.node(
                "Cast",
                List.of(graph.node(
                        "Sub", List.of(graph.node("Add", List.of(end, graph.indices(half - 1L))), positions))),
                Attribute.of("to", 1));
        String height = graph.node("Mul", List.of(graph.node("Relu", List.of(beyond)), graph.scalar(1f / half)));
        String last = graph.node(
                "GatherElements",
                List.of(rises, graph.node("Sub", List.of(clip.count(), graph.indices(1)))),
                Attribute.of("axis", 1));
        String ramp = graph.node("Mul", List.of(last, graph.node("Mul", List.of(behind, height))));
        return graph.node("Add", List.of(padded, ramp));
    }

    /** {@code log1p(1e6 x)} of the windows' mean autocorrelation x at each lag: [batch, window]. */
    private String appendLogLag(GraphBuilder graph, String windows, ClipFrames clip) {
        int size = windowFrames();
        String turned = graph.node("Transpose", List.of(windows), Attribute.ofInts("perm", 0, 2, 1));
        String products = graph.node("MatMul", List.of(turned, windows));
        // With rows of 2 size - 1 read as rows of 2 size, each row starts one later: diagonals become columns.
        String wide = graph.node("Pad", List.of(products, graph.indices(0, 0, 0, 0, 0, size - 1L)));
        String flat = graph.node("Reshape", List.of(wide, graph.indices(0, -1)));
        String skewed = graph.node(
                "Reshape",
                List.of(graph.node("Pad", List.of(flat, graph.indices(0, 0, 0, size))), graph.indices(0, size, -1)));
        String sums = graph.node("ReduceSum", List.of(skewed, graph.indices(1)), Attribute.of("keepdims", 0));
        String count = graph.node("Cast", List.of(clip.count()), Attribute.of("to", 1));
        String mean = graph.node("Div", List.of(slice(graph, sums, 1, 0, size), count));
        String steep = graph.node("Mul", List.of(mean, graph.scalar(STEEPNESS)));
        return graph.node("Log", List.of(graph.node("Add", List.of(steep, graph.scalar(1)))));
    }

    private float[] logPrior() {
        float[] prior = new float[windowFrames()];
        for (int lag = 0; lag < prior.length; lag++) {
            double octaves = Math.log(bpm(lag) / LIKELIEST_BPM) / Math.log(2);
            prior[lag] = bpm(lag) < FASTEST_BPM ? (float) (-0.5 * octaves * octaves) : Float.NEGATIVE_INFINITY;
        }
        return prior;
    }

    private float[] hann() {
        float[] hann = new float[windowFrames()];
        for (int i = 0; i < hann.length; i++) {
            hann[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / hann.length));
        }
        return hann;
    }

    private int windowFrames() {
        return (int) (WINDOW_SECONDS * stft.sampleRateHz() / stft.hopSamples());
    }

    private double bpm(int lagFrames) {
        return 60.0 * stft.sampleRateHz() / stft.hopSamples() / lagFrames;
    }

    private static String slice(GraphBuilder graph, String values, int axis, long from, long to) {
        return graph.node("Slice", List.of(values, graph.indices(from), graph.indices(to), graph.indices(axis)));
    }
}
