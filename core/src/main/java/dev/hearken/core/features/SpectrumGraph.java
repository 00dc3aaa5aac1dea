package dev.hearken.core.features;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The power spectrum of each frame as graph nodes: windowing, framing and a discrete Fourier transform in two steps.
 *
 * <p>Cooley and Tukey's split with N = N1 N2, sample n = N2 n1 + n2 and bin k = k1 + N1 k2:
 *
 * <pre>X[k1 + N1 k2] = sum over n2 of exp(-2 pi i n2 k / N) * (sum over n1 of exp(-2 pi i n1 k1 / N1) w[n] x[n])</pre>
 *
 * <p>N2 divides the hop, so the inner sums of all frames are one strided convolution over the audio laid out in N2 interleaved
 * sequences (a group each), with the window inside its weights: no frame is ever cut out or copied. The outer sums are one batched
 * matrix product, and only for bins asked for. A real signal needs k1 = 0 … N1/2 only; the sums of k1 = 0 and k1 = N1/2 are real and share
 * one group of the product. For 25 ms of 16 kHz this takes a third of the multiplications of a full DFT matrix, and a third of its time.
 *
 * <p>Cooley, J. W. and Tukey, J. W.: An algorithm for the machine calculation of complex Fourier series, Math. Comp. 19 (1965).
 */
final class SpectrumGraph {
    /** Stands in {@link #bins()} for a place that holds no bin. */
    static final int NO_BIN = -1;

    private final Stft stft;
    /** N2: interleaved sequences. */
    private final int sequences;
    /** N1: length of the inner DFT. */
    private final int inner;
    /** Rows of N2 samples the window reaches over. */
    private final int rows;
    /** For each of the N1/2 groups of the outer product, the k it computes; the k of a mirrored bin is above N/2. */
    private final List<List<Integer>> frequencies;

    private SpectrumGraph(Stft stft, int sequences, List<List<Integer>> frequencies) {
        this.stft = stft;
        this.sequences = sequences;
        this.inner = stft.fftSize() / sequences;
        this.rows = (stft.windowSamples() + sequences - 1) / sequences;
        this.frequencies = frequencies;
    }

    /** A transform that computes every bin, 0 and N/2 too. */
    static SpectrumGraph whole(Stft stft) {
        return of(stft, -1, stft.sampleRateHz());
    }

    /** A transform that computes at least all bins strictly between two frequencies. */
    static SpectrumGraph of(Stft stft, double minHz, double maxHz) {
        int sequences = sequences(stft);
        int inner = stft.fftSize() / sequences;
        List<List<Integer>> frequencies = new ArrayList<>();
        for (int group = 0; group < inner / 2; group++) {
            List<Integer> wanted = new ArrayList<>();
            for (int k = 0; k < stft.fftSize(); k++) {
                int bin = Math.min(k, stft.fftSize() - k);
                boolean inGroup = group == 0 ? k % (inner / 2) == 0 && k == bin : k % inner == group;
                if (inGroup && stft.binHz(bin) > minHz && stft.binHz(bin) < maxHz) {
                    wanted.add(k);
                }
            }
            frequencies.add(wanted);
        }
        return new SpectrumGraph(stft, sequences, frequencies);
    }

    /** The DFT bin in each place of the output, in order; {@link #NO_BIN} where what a place holds is of no use. */
    List<Integer> bins() {
        List<Integer> bins = new ArrayList<>();
        for (List<Integer> group : frequencies) {
            group.forEach(k -> bins.add(Math.min(k, stft.fftSize() - k)));
            bins.addAll(Collections.nCopies(places() - group.size(), NO_BIN));
        }
        return bins;
    }

    /**
     * Adds the transform to a graph.
     *
     * @param audio float32 [batch, samples]
     * @return float32 [batch, places, frames], the squared magnitude of the bin in each place
     */
    String appendPowerTo(GraphBuilder graph, String audio) {
        String inner = appendInner(graph, audio);
        // With one sequence the inner sums are the transform, but for bin 0 and bin N/2, which share a group.
        String outer = sequences == 1 && places() == 1 ? inner : appendOuter(graph, inner);
        String squares = graph.node("Mul", List.of(outer, outer));
        String pairs = graph.node("Reshape", List.of(squares, graph.indices(0, groups(), 2, places(), -1)));
        String power = graph.node("ReduceSum", List.of(pairs, graph.indices(2)), Attribute.of("keepdims", 0));
        return graph.node("Reshape", List.of(power, graph.indices(0, (long) groups() * places(), -1)));
    }

    /**
     * Adds a {@link #whole} transform to a graph.
     *
     * @param audio float32 [batch, samples]
     * @return float32 [batch, N/2 + 1, frames], the squared magnitude of each bin in order
     */
    String appendOrderedPowerTo(GraphBuilder graph, String audio) {
        List<Integer> bins = bins();
        long[] placeOfBin = IntStream.rangeClosed(0, stft.fftSize() / 2)
                .mapToLong(bins::indexOf)
                .toArray();
        return graph.node(
                "Gather", List.of(appendPowerTo(graph, audio), graph.indices(placeOfBin)), Attribute.of("axis", 1));
    }

    /** The inner sums: [batch, samples] to [batch, N2 x N1, frames]. */
    private String appendInner(GraphBuilder graph, String audio) {
        String table = graph.node(
                "Reshape",
                List.of(appendWholeRows(graph, appendPadding(graph, audio)), graph.indices(0, -1, sequences)));
        String interleaved = graph.node("Transpose", List.of(table), Attribute.ofInts("perm", 0, 2, 1));
        return graph.node(
                "Conv",
                List.of(interleaved, graph.constant("dft_inner", innerWeights(), (long) sequences * inner, 1, rows)),
                Attribute.of("group", sequences),
                Attribute.ofInts("strides", stft.hopSamples() / sequences));
    }

    private String appendPadding(GraphBuilder graph, String audio) {
        int pad = stft.grid().padSamples();
        return switch (stft.padding()) {
            case NONE -> audio;
            case ZERO -> graph.node("Pad", List.of(audio, graph.indices(0, pad, 0, pad)));
            case REFLECT ->
                graph.node("Pad", List.of(audio, graph.indices(0, pad, 0, pad)), Attribute.of("mode", "reflect"));
        };
    }

    /** Cuts off what no window reaches, so that whole rows of N2 samples are left and exactly the right number of frames. */
    private String appendWholeRows(GraphBuilder graph, String audio) {
        String samples = graph.node("Shape", List.of(audio), Attribute.of("start", 1));
        long beyondWindow = (long) rows * sequences - stft.fftSize();
        String reached = graph.node("Add", List.of(samples, graph.indices(beyondWindow)));
        String rowCount = graph.node("Div", List.of(reached, graph.indices(sequences)));
        String length = graph.node("Mul", List.of(rowCount, graph.indices(sequences)));
        String end = graph.node("Add", List.of(length, graph.indices(firstSample())));
        return graph.node("Slice", List.of(audio, graph.indices(firstSample()), end, graph.indices(1)));
    }

    /** The outer sums: [batch, N2 x N1, frames] to [batch, groups, real parts then imaginary parts, frames]. */
    private String appendOuter(GraphBuilder graph, String inner) {
        String sums = graph.node("Reshape", List.of(inner, graph.indices(0, sequences, groups(), 2, -1)));
        String byGroup = graph.node("Transpose", List.of(sums), Attribute.ofInts("perm", 0, 2, 1, 3, 4));
        String stacked = graph.node("Reshape", List.of(byGroup, graph.indices(0, groups(), 2L * sequences, -1)));
        String weights = graph.constant("dft_outer", outerWeights(), groups(), 2L * places(), 2L * sequences);
        return graph.node("MatMul", List.of(weights, stacked));
    }

    /**
     * [N2, N1, rows]: for each n2 the windowed inner DFT over n1. Row 0 is k1 = 0, row 1 is k1 = N1/2, both real; then real and imaginary
     * part of k1 = 1, 2, …
     */
    private float[] innerWeights() {
        int beforeWindow = (stft.fftSize() - stft.windowSamples()) / 2 - firstSample();
        float[] weights = new float[sequences * inner * rows];
        int place = 0;
        for (int n2 = 0; n2 < sequences; n2++) {
            for (int row = 0; row < inner; row++) {
                int k1 = row == 1 ? inner / 2 : row / 2;
                boolean imaginary = row > 1 && row % 2 == 1;
                for (int n1 = 0; n1 < rows; n1++) {
                    int i = n1 * sequences + n2 - beforeWindow;
                    double window = i < 0 || i >= stft.windowSamples() ? 0 : stft.hann(i);
                    double angle = angle((long) n1 * k1, inner);
                    weights[place++] = (float) (window * (imaginary ? -Math.sin(angle) : Math.cos(angle)));
                }
            }
        }
        return weights;
    }

    /** [groups, 2 x places, N2 x 2]: from the inner sums of a group, real and imaginary part after each other, to its bins. */
    private float[] outerWeights() {
        int columns = 2 * sequences;
        float[] weights = new float[groups() * 2 * places() * columns];
        for (int group = 0; group < groups(); group++) {
            for (int place = 0; place < frequencies.get(group).size(); place++) {
                int k = frequencies.get(group).get(place);
                int real = (group * 2 * places() + place) * columns;
                int imaginary = real + places() * columns;
                for (int n2 = 0; n2 < sequences; n2++) {
                    float cos = (float) Math.cos(angle((long) n2 * k, stft.fftSize()));
                    float sin = (float) Math.sin(angle((long) n2 * k, stft.fftSize()));
                    if (group == 0) {
                        // Both sums of this group are real: column 0 belongs to k1 = 0, column 1 to k1 = N1/2.
                        int column = 2 * n2 + (k % inner == 0 ? 0 : 1);
                        weights[real + column] = cos;
                        weights[imaginary + column] = -sin;
                    } else {
                        weights[real + 2 * n2] = cos;
                        weights[real + 2 * n2 + 1] = sin;
                        weights[imaginary + 2 * n2] = -sin;
                        weights[imaginary + 2 * n2 + 1] = cos;
                    }
                }
            }
        }
        return weights;
    }

    /** The sample of a frame where the first row starts: at the window, or earlier if the last row would reach past the frame. */
    private int firstSample() {
        return Math.min((stft.fftSize() - stft.windowSamples()) / 2, stft.fftSize() - rows * sequences);
    }

    private int groups() {
        return inner / 2;
    }

    private int places() {
        return frequencies.stream().mapToInt(List::size).max().orElse(0);
    }

    /** 2 pi times turns / period, taken modulo one turn first so that large products lose no digits. */
    private static double angle(long turns, int period) {
        return 2 * Math.PI * (turns % period) / period;
    }

    /** The N2 with the fewest multiplications: it divides the hop and the DFT length, and leaves N1 even. */
    private static int sequences(Stft stft) {
        int best = 1;
        for (int n2 = 2; n2 <= Math.min(stft.hopSamples(), stft.fftSize() / 2); n2++) {
            boolean fits = stft.hopSamples() % n2 == 0 && stft.fftSize() % (2 * n2) == 0;
            if (fits && multiplications(stft, n2) < multiplications(stft, best)) {
                best = n2;
            }
        }
        return best;
    }

    private static long multiplications(Stft stft, int n2) {
        long innerSums = (long) stft.windowSamples() * (stft.fftSize() / n2);
        long outerSums = 2L * stft.fftSize() * n2;
        return innerSums + outerSums;
    }
}
