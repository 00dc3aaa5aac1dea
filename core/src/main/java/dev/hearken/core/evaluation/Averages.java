package dev.hearken.core.evaluation;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Precision, recall and F1, averaged over labels.
 *
 * @param precision in [0, 1]
 * @param recall in [0, 1]
 * @param f1 the mean of the labels' F1, not the F1 of the means; in [0, 1]
 */
public record Averages(double precision, double recall, double f1) {
    /** Each label that was true or answered counts the same. */
    static Averages macro(ConfusionMatrix confusion) {
        return of(confusion, label -> confusion.support(label) + confusion.answered(label) > 0 ? 1 : 0);
    }

    /** Each label counts by how many clips are truly of it. */
    static Averages weighted(ConfusionMatrix confusion) {
        return of(confusion, confusion::support);
    }

    private static Averages of(ConfusionMatrix confusion, IntToDoubleFunction weight) {
        return new Averages(
                mean(confusion, weight, confusion::precision),
                mean(confusion, weight, confusion::recall),
                mean(confusion, weight, confusion::f1));
    }

    private static double mean(ConfusionMatrix confusion, IntToDoubleFunction weight, IntToDoubleFunction figure) {
        int labels = confusion.labels().size();
        double total = IntStream.range(0, labels).mapToDouble(weight).sum();
        double sum = IntStream.range(0, labels)
                .mapToDouble(label -> weight.applyAsDouble(label) * figure.applyAsDouble(label))
                .sum();
        return sum / total;
    }
}
