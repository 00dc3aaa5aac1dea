package dev.hearken.lab.report;

import dev.hearken.core.evaluation.CertaintyHistogram;
import dev.hearken.core.evaluation.ConfusionMatrix;
import dev.hearken.core.evaluation.Detectability;
import dev.hearken.core.evaluation.Evaluation;
import dev.hearken.lab.training.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a picture shows, in a sentence. */
final class Reading {
    static final String NOTHING_MEASURED = "Nothing was measured: every clip was learned from."
            + " Train with --protocol official or hold-out to leave a test part out.";

    /** An answer given with more certainty than this and wrong is worth a look. */
    private static final double CERTAIN = 0.9;

    /** Certainty and accuracy closer than this are as good as equal. */
    private static final double CLOSE = 0.01;

    private Reading() {}

    static String headline(Measured measured) {
        Evaluation evaluation = measured.evaluation();
        return "%s of %s test clips answered right: %s, with 95 %% confidence between %s."
                .formatted(
                        Numerals.count(evaluation.accuracy().successes()),
                        Numerals.count(evaluation.accuracy().trials()),
                        Numerals.percent(evaluation.accuracy().value()),
                        Numerals.percent(evaluation.accuracy().wilson()).replace("–", " and "));
    }

    /** The pair of labels mistaken most often. */
    static String confusion(ConfusionMatrix confusion) {
        int worstTruth = -1;
        int worstAnswer = -1;
        int most = 0;
        int labels = confusion.labels().size();
        for (int truth = 0; truth < labels; truth++) {
            for (int answer = 0; answer < labels; answer++) {
                if (truth != answer && confusion.count(truth, answer) > most) {
                    most = confusion.count(truth, answer);
                    worstTruth = truth;
                    worstAnswer = answer;
                }
            }
        }
        return most == 0
                ? "No clip was taken for another label, %s clips in all.".formatted(Numerals.count(confusion.total()))
                : "Most often mistaken: %s taken for %s, %d of its %d clips."
                        .formatted(
                                confusion.labels().get(worstTruth).name(),
                                confusion.labels().get(worstAnswer).name(),
                                most,
                                confusion.support(worstTruth));
    }

    static String roc(Detectability pooled) {
        return Numerals.of(
                "Pooled over labels, the score of a right label is above that of a wrong one %.2f %% of the time (%,d right, %,d wrong).",
                100 * pooled.roc().area(),
                pooled.precisionRecall().positives(),
                pooled.precisionRecall().negatives());
    }

    static String precisionRecall(Detectability pooled) {
        int positives = pooled.precisionRecall().positives();
        double chance =
                (double) positives / (positives + pooled.precisionRecall().negatives());
        return Numerals.of(
                "Average precision %.3f pooled over labels, where guessing would give %.3f (%,d scores).",
                pooled.precisionRecall().averagePrecision(),
                chance,
                positives + pooled.precisionRecall().negatives());
    }

    static String det(Detectability pooled) {
        return Numerals.of(
                "Misses and false alarms are equally frequent at %.2f %%, pooled over labels. Nearer the lower left corner is better;"
                        + " a rate of none is drawn as half a clip.",
                100 * pooled.roc().equalErrorRate());
    }

    /** Whether it promises more than it keeps. */
    static String reliability(Evaluation evaluation) {
        double confidence = evaluation.calibration().bins().stream()
                        .mapToDouble(bin -> bin.confidence() * bin.n())
                        .sum()
                / evaluation.accuracy().trials();
        double excess = confidence - evaluation.accuracy().value();
        String verdict =
                Math.abs(excess) < CLOSE ? "as sure as it may be" : excess > 0 ? "too sure" : "not sure enough";
        return Numerals.of(
                "On the whole it is %s: mean certainty %.1f %%, right %.1f %% of the time (%,d clips)."
                        + " Dots on the diagonal keep what they promise; larger ones stand for more clips.",
                verdict,
                100 * confidence,
                100 * evaluation.accuracy().value(),
                evaluation.accuracy().trials());
    }

    static String certainty(CertaintyHistogram histogram) {
        int wrong = histogram.bins().stream()
                .mapToInt(CertaintyHistogram.Bin::wrong)
                .sum();
        int sure = histogram.bins().stream()
                .filter(bin -> bin.low() >= CERTAIN)
                .mapToInt(CertaintyHistogram.Bin::wrong)
                .sum();
        return wrong == 0
                ? "No answer was wrong."
                : Numerals.of("Of %,d wrong answers %,d were given with at least 90 %% certainty.", wrong, sure);
    }

    static String groups(Evaluation evaluation) {
        return evaluation
                .worstGroup()
                .map(worst -> "Of %d groups, %s fared worst: %s, 95 %% interval %s."
                        .formatted(
                                evaluation.groups().size(),
                                worst.group(),
                                worst.accuracy(),
                                Numerals.percent(worst.accuracy().wilson())))
                .orElse("The data tell of no speakers, sources or folds, so nothing can be said of single ones.");
    }

    /** Where the model's own training stood best. */
    static String training(Course course) {
        List<Progress> epochs = course.epochs();
        Optional<Progress> best = epochs.stream()
                .filter(progress -> !Double.isNaN(progress.validationLoss()))
                .min(Comparator.comparingDouble(Progress::validationLoss));
        return best.map(progress -> Numerals.of(
                        "The loss on clips set aside was least at epoch %d of %d: %.4f, with %.1f %% right.",
                        progress.epoch(),
                        epochs.size(),
                        progress.validationLoss(),
                        100 * progress.validationAccuracy()))
                .orElse(Numerals.of(
                        "%d epochs, the last one kept: no clips were set aside to choose another by.", epochs.size()));
    }
}
