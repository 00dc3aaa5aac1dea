package dev.hearken.store.monitoring;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a version's recordings and answers were like where it was made, or began: what later ones are compared with.
 *
 * @param origin where it comes from
 * @param values of each signal, sorted, at most {@value #MOST_VALUES}; a signal may be absent
 * @param labels how often each label was answered
 * @param madeAt what was answered until then is part of it, if it is of first predictions
 */
public record Reference(Origin origin, Map<Signal, List<Double>> values, Map<String, Long> labels, Instant madeAt) {
    /** Enough that a distribution function is right to a thousandth, and 50 KB. */
    static final int MOST_VALUES = 1_000;

    public Reference {
        values = Map.copyOf(values);
        labels = Map.copyOf(labels);
    }

    /** Where a reference comes from. */
    public enum Origin {
        /** Inputs: the clips the version learned from and was judged by. Answers: its answers to those it was judged by. */
        TRAINING,
        /** The first answers the version gave, since nothing better is known. */
        FIRST_PREDICTIONS
    }

    /** The reference that a version's first answers make. */
    public static Reference ofFirst(Collection<LoggedPrediction> first, Instant madeAt) {
        Map<Signal, List<Double>> values = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            put(
                    values,
                    signal,
                    first.stream().flatMap(each -> signal.of(each).stream()).toList());
        }
        Map<String, Long> labels = new TreeMap<>();
        first.forEach(each -> labels.merge(each.label(), 1L, Long::sum));
        return new Reference(Origin.FIRST_PREDICTIONS, values, labels, madeAt);
    }

    /**
     * The reference of a training.
     *
     * @param inputs of each clip that was learned from or judged by: its figures and length
     * @param confidences the probability of the answer to each clip that was judged by
     * @param labels how often each label was answered to them
     */
    public static Reference ofTraining(
            Collection<Heard> inputs, Collection<Double> confidences, Map<String, Long> labels, Instant madeAt) {
        Map<Signal, List<Double>> values = new EnumMap<>(Signal.class);
        put(
                values,
                Signal.LEVEL_DBFS,
                inputs.stream().map(each -> each.sound().levelDbfs()).toList());
        put(
                values,
                Signal.NOISE_DBFS,
                inputs.stream().map(each -> each.sound().noiseDbfs()).toList());
        put(
                values,
                Signal.CENTRE_HZ,
                inputs.stream().map(each -> each.sound().centreHz()).toList());
        put(
                values,
                Signal.DURATION_SECONDS,
                inputs.stream().map(Heard::durationSeconds).toList());
        put(values, Signal.CONFIDENCE, List.copyOf(confidences));
        return new Reference(Origin.TRAINING, values, labels, madeAt);
    }

    /** A clip as far as it is compared. */
    public record Heard(SoundFigures sound, double durationSeconds) {}

    private static void put(Map<Signal, List<Double>> values, Signal signal, List<Double> of) {
        if (!of.isEmpty()) {
            values.put(signal, thinned(of.stream().sorted().toList()));
        }
    }

    /** Every so-many-th of sorted values, so that the distribution stays. */
    private static List<Double> thinned(List<Double> sorted) {
        if (sorted.size() <= MOST_VALUES) {
            return sorted;
        }
        return IntStream.range(0, MOST_VALUES)
                .mapToObj(i -> sorted.get((int) ((i + 0.5) * sorted.size() / MOST_VALUES)))
                .toList();
    }
}
