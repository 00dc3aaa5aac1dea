package dev.hearken.core.features;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The statistics of a whole clip, each with a name a person can read: timbre, brightness, roughness, loudness, pitch classes, tempo.
 *
 * <p>From samples in [-1, 1] of shape [batch, samples] it makes [batch, 1, channels], the channels in the order of {@link #names()}: the mean
 * over frames of 13 MFCC, spectral centroid and rolloff in Hz, zero crossings a sample, root mean square and 12 chroma in [0, 1]; then,
 * where asked for, the standard deviations over frames of the same, and the tempo in beats a minute.
 *
 * <p>Reference: librosa 0.11 with its defaults (frames of 2048 samples centred each 512, zeros at the edges): {@code mfcc(n_mfcc=13)},
 * {@code spectral_centroid}, {@code spectral_rolloff}, {@code zero_crossing_rate}, {@code rms}, {@code chroma_stft(tuning=0)}, {@code tempo}.
 * Only the tuning is fixed: librosa's default first estimates by how much the instruments are off concert pitch, which has no meaning for
 * speech and would take another filter bank a clip. Golden values hold it to librosa: MFCC to 5e-4 decibels, frequencies to 5e-5 of their
 * value, the rest to 1e-6. On 37 real clips (speech, environmental sounds), each at 22,050 and 16,000 Hz, every mean was within 5e-5 of
 * its value, and every tempo the same.
 *
 * <p>Zeros before and behind a clip count for nothing, however many: it gives what librosa gives for {@code numpy.trim_zeros(y)}, so a
 * short clip in a long window has the statistics it has alone.
 *
 * @param sampleRateHz the rate it listens at; 22,050 Hz is librosa's own
 * @param extras what is given beyond the means
 */
public record ClipStatistics(int sampleRateHz, Set<Extra> extras) implements FrontEnd {
    /** What can be given beyond the 29 means. */
    public enum Extra {
        /** The standard deviation over frames of each: how much the voice moves. */
        DEVIATIONS,
        /** The tempo. */
        TEMPO
    }

    /** librosa's default rate, and so that of the reference talent system. */
    public static final int REFERENCE_RATE_HZ = 22050;

    private static final int FRAME_SAMPLES = 2048;
    private static final int HOP_SAMPLES = 512;
    private static final int COEFFICIENTS = 13;

    private static final List<String> MEANS = Stream.of(
                    IntStream.rangeClosed(1, COEFFICIENTS).mapToObj(i -> "mfcc_" + i),
                    Stream.of("spectral_centroid_hz", "spectral_rolloff_hz", "zero_crossing_rate", "rms"),
                    Stream.of("c", "c_sharp", "d", "d_sharp", "e", "f", "f_sharp", "g", "g_sharp", "a", "a_sharp", "b")
                            .map(pitch -> "chroma_" + pitch))
            .flatMap(names -> names)
            .toList();

    /** @throws IllegalArgumentException if the rate is so low or high that a mel band holds no DFT bin */
    public ClipStatistics {
        extras = Set.copyOf(extras);
        SpectralRows.melBank(stft(sampleRateHz)).check(stft(sampleRateHz));
    }

    /** The 29 features of the reference talent system, at 22,050 Hz. */
    public static ClipStatistics reference() {
        return new ClipStatistics(REFERENCE_RATE_HZ, Set.of());
    }

    /** Everything there is, at 22,050 Hz. */
    public static ClipStatistics all() {
        return new ClipStatistics(REFERENCE_RATE_HZ, Set.of(Extra.values()));
    }

    /** The name of each channel, units last: {@code mfcc_1}, {@code spectral_centroid_hz}, {@code rms_deviation}, {@code tempo_bpm}. */
    public List<String> names() {
        List<String> names = new ArrayList<>(MEANS);
        if (extras.contains(Extra.DEVIATIONS)) {
            MEANS.forEach(name -> names.add(name + "_deviation"));
        }
        if (extras.contains(Extra.TEMPO)) {
            names.add("tempo_bpm");
        }
        return List.copyOf(names);
    }

    @Override
    public int channels() {
        return names().size();
    }

    /** The short frames whose values are averaged; {@link #frames} makes one frame of them all. */
    @Override
    public FrameGrid grid() {
        return stft(sampleRateHz).grid();
    }

    /** One, however long the clip is; 0 if it is shorter than a short frame. */
    @Override
    public int frames(int samples) {
        return samples < FRAME_SAMPLES ? 0 : 1;
    }

    @Override
    public String appendTo(GraphBuilder graph, String audio) {
        Stft stft = stft(sampleRateHz);
        ClipFrames clip = ClipFrames.appendTo(graph, audio, HOP_SAMPLES);
        String everyFrame = SpectrumGraph.whole(stft).appendOrderedPowerTo(graph, clip.audio());
        SpectralRows spectrum = new SpectralRows(stft, graph.node("Mul", List.of(everyFrame, clip.frames())));
        String levels = spectrum.appendLevels(graph);
        String rows = graph.node(
                "Concat",
                List.of(
                        Mfcc.appendCepstrum(
                                graph,
                                levels,
                                COEFFICIENTS,
                                SpectralRows.melBank(stft).bands()),
                        spectrum.appendCentroid(graph),
                        spectrum.appendRolloff(graph),
                        WaveRows.appendZeroCrossings(graph, stft, clip),
                        WaveRows.appendRms(graph, stft, clip),
                        spectrum.appendChroma(graph)),
                Attribute.of("axis", 1));
        String mean = clip.appendMean(graph, rows);
        List<String> columns = new ArrayList<>(List.of(mean));
        if (extras.contains(Extra.DEVIATIONS)) {
            columns.add(clip.appendDeviation(graph, rows, mean));
        }
        if (extras.contains(Extra.TEMPO)) {
            columns.add(new Tempo(stft).appendTo(graph, levels, clip));
        }
        String column = graph.node("Concat", columns, Attribute.of("axis", 1));
        return graph.node("Transpose", List.of(column), Attribute.ofInts("perm", 0, 2, 1));
    }

    private static Stft stft(int sampleRateHz) {
        return new Stft(sampleRateHz, FRAME_SAMPLES, FRAME_SAMPLES, HOP_SAMPLES, Padding.ZERO);
    }
}
