package dev.hearken.core.features;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What {@link ClipStatistics} reads off each frame's spectrum, as nodes of a graph: a row a value, a column a frame.
 *
 * @param stft frames, window and DFT
 * @param power float32 [batch, bins 0 to fftSize / 2, frames]
 */
record SpectralRows(Stft stft, String power) {
    /** Below it a frame counts as silent, as in {@code librosa.util.normalize}: the smallest normal number. */
    static final float TINY = Float.MIN_NORMAL;

    /** Levels lower than this under the clip's highest are raised to it: {@code librosa.power_to_db(top_db=80)}. */
    private static final float RANGE_DB = 80;

    /** {@code librosa.power_to_db(amin=1e-10)}. */
    private static final float FLOOR = 1e-10f;

    /** {@code librosa.feature.spectral_rolloff(roll_percent=0.85)}. */
    private static final float ROLLOFF_SHARE = 0.85f;

    /** The levels of 128 mel bands up to half the sample rate, in decibels: [batch, 128, frames]. */
    String appendLevels(GraphBuilder graph) {
        MelBank bank = melBank(stft);
        List<Integer> bins = IntStream.range(0, bins()).boxed().toList();
        String filters = graph.constant("mel_filters", bank.weights(stft, bins), bank.bands(), bins());
        String bands = graph.node("MatMul", List.of(filters, power));
        String levels = LogScale.decibels(FLOOR).appendTo(graph, bands, LogMel.Spectrum.POWER);
        String highest = graph.node("ReduceMax", List.of(levels), Attribute.ofInts("axes", 1, 2));
        return graph.node("Max", List.of(levels, graph.node("Sub", List.of(highest, graph.scalar(RANGE_DB)))));
    }

    /** The mean frequency in Hz, weighted by magnitude: [batch, 1, frames]. */
    String appendCentroid(GraphBuilder graph) {
        float[] hertz = new float[bins()];
        for (int bin = 0; bin < hertz.length; bin++) {
            hertz[bin] = (float) stft.binHz(bin);
        }
        String magnitude = graph.node("Sqrt", List.of(power));
        String weighted = graph.node("MatMul", List.of(graph.constant("hertz", hertz, 1, bins()), magnitude));
        String sum = graph.node("ReduceSum", List.of(magnitude, graph.indices(1)));
        return graph.node("Div", List.of(weighted, graph.node("Max", List.of(sum, graph.scalar(TINY)))));
    }

    /** The frequency in Hz below which 85 % of the magnitude lies: [batch, 1, frames]. */
    String appendRolloff(GraphBuilder graph) {
        String magnitude = graph.node("Sqrt", List.of(power));
        String reached = graph.node("CumSum", List.of(magnitude, ClipFrames.whole(graph, 1)));
        String all = graph.node("Gather", List.of(reached, graph.indices(bins() - 1L)), Attribute.of("axis", 1));
        String wanted = graph.node("Mul", List.of(all, graph.scalar(ROLLOFF_SHARE)));
        String binsBelow = graph.node("ReduceSum", List.of(ClipFrames.below(graph, reached, wanted), graph.indices(1)));
        return graph.node("Mul", List.of(binsBelow, graph.scalar((float) stft.binHz(1))));
    }

    /** The strength of each pitch class from C on, relative to the frame's strongest: [batch, 12, frames]. */
    String appendChroma(GraphBuilder graph) {
        String filters = graph.constant("chroma_filters", ChromaBank.weights(stft), ChromaBank.CLASSES, bins());
        String strength = graph.node("MatMul", List.of(filters, power));
        String strongest = graph.node("ReduceMax", List.of(strength), Attribute.ofInts("axes", 1));
        return graph.node("Div", List.of(strength, graph.node("Max", List.of(strongest, graph.scalar(TINY)))));
    }

    /** librosa's default bands. */
    static MelBank melBank(Stft stft) {
        return MelBank.slaney(128, 0, stft.sampleRateHz() / 2.0);
    }

    private int bins() {
        return stft.fftSize() / 2 + 1;
    }
}
