package dev.hearken.lab.recipes;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.evaluation.Proportion;
import dev.hearken.core.evaluation.ScoredClip;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.Fold;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.dataset.LoadedClips;
import dev.hearken.lab.export.Quantization;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model in 8 bits, with what that cost it.
 *
 * @param model the figures in it are its own, those of the report beside them
 */
public record QuantizedModel(ModelFile model, QuantizationReport report) {
    /** Ranges no longer change with more. */
    private static final int CALIBRATION_CLIPS = 128;

    private static final int TIMED_CLIPS = 100;
    private static final int WARM_UP_CLIPS = 20;
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * What a model is quantized with and judged on.
     *
     * @param calibration clips to measure ranges by, of which some are chosen evenly
     * @param judged other clips
     * @param outsiders clips of no known label, for a model that tells them apart
     * @param protocol how the judged ones were chosen
     */
    public record Clips(
            List<LoadedClip> calibration, List<LoadedClip> judged, List<LoadedClip> outsiders, String protocol) {
        public Clips {
            calibration = List.copyOf(calibration);
            judged = List.copyOf(judged);
            outsiders = List.copyOf(outsiders);
        }

        /** Figures from a fold's test part, ranges from all the rest. */
        public static Clips of(LoadedClips clips, Fold fold, List<LoadedClip> outsiders, String protocol) {
            List<LabelledClip> rest = Stream.concat(fold.train().stream(), fold.validation().stream())
                    .toList();
            return new Clips(clips.select(rest), clips.select(fold.test()), outsiders, protocol);
        }
    }

    /**
     * Quantizes a model and judges it beside itself.
     *
     * @param nanoTime a clock for latencies
     */
    public static QuantizedModel of(ModelFile original, Clips clips, LongSupplier nanoTime) {
        List<Waveform> heard = evenly(clips.calibration(), CALIBRATION_CLIPS);
        ModelFile quantized = Quantization.int8(original, heard);
        ModelScoring before = ModelScoring.of(original, clips.judged(), clips.outsiders());
        ModelScoring after = ModelScoring.of(quantized, clips.judged(), clips.outsiders());
        double[] medians = medians(original, quantized, evenly(clips.judged(), TIMED_CLIPS), nanoTime);
        QuantizationReport report = new QuantizationReport(
                heard.size(),
                new QuantizationReport.Side(original.toBytes().length, accuracy(before.clips()), medians[0]),
                new QuantizationReport.Side(quantized.toBytes().length, accuracy(after.clips()), medians[1]),
                agreement(before.clips(), after.clips()));
        ObjectNode metrics = after.evaluate(original.metadata().labels()).toJson(clips.protocol());
        metrics.set("quantization", report.toJson());
        return new QuantizedModel(quantized.withMetadata(quantized.metadata().withMetrics(metrics)), report);
    }

    private static List<Waveform> evenly(List<LoadedClip> clips, int most) {
        int count = Math.min(most, clips.size());
        return IntStream.range(0, count)
                .mapToObj(
                        i -> clips.get((int) ((long) i * clips.size() / count)).waveform())
                .toList();
    }

    private static Proportion accuracy(List<ScoredClip> clips) {
        return new Proportion(clips.stream().filter(ScoredClip::correct).count(), clips.size());
    }

    private static Proportion agreement(List<ScoredClip> some, List<ScoredClip> others) {
        long same = IntStream.range(0, some.size())
                .filter(i -> some.get(i).predicted() == others.get(i).predicted())
                .count();
        return new Proportion(same, some.size());
    }

    /** Both hear each clip in turn, so that whatever else the machine does slows both. */
    private static double[] medians(ModelFile one, ModelFile other, List<Waveform> clips, LongSupplier nanoTime) {
        try (Classifier first = Classifier.open(one);
                Classifier second = Classifier.open(other)) {
            clips.stream().limit(WARM_UP_CLIPS).forEach(clip -> {
                first.classify(clip);
                second.classify(clip);
            });
            double[][] millis = new double[2][clips.size()];
            for (int i = 0; i < clips.size(); i++) {
                millis[0][i] = millis(first, clips.get(i), nanoTime);
                millis[1][i] = millis(second, clips.get(i), nanoTime);
            }
            return new double[] {median(millis[0]), median(millis[1])};
        }
    }

    private static double millis(Classifier classifier, Waveform clip, LongSupplier nanoTime) {
        long start = nanoTime.getAsLong();
        classifier.classify(clip);
        return (nanoTime.getAsLong() - start) / NANOS_PER_MILLI;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
