package dev.hearken.core.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How well one label's probability tells its clips from the others, seen three ways.
 *
 * @param roc false alarms against hits
 * @param precisionRecall precision against recall
 * @param det false alarms against misses, on normal deviates
 */
public record Detectability(RocCurve roc, PrecisionRecallCurve precisionRecall, DetCurve det) {
    /** The curves of one label against all others; empty if all clips or none are of it. */
    public static Optional<Detectability> ofLabel(List<ScoredClip> clips, int label) {
        return of(
                scores(clips, label, true).toArray(),
                scores(clips, label, false).toArray());
    }

    /** The curves of all labels pooled: of each clip every label's probability, positive for the right one. */
    public static Optional<Detectability> pooled(List<ScoredClip> clips, int labels) {
        return of(everyLabel(clips, labels, true), everyLabel(clips, labels, false));
    }

    private static double[] everyLabel(List<ScoredClip> clips, int labels, boolean positive) {
        return IntStream.range(0, labels)
                .mapToObj(label -> scores(clips, label, positive))
                .flatMapToDouble(scores -> scores)
                .toArray();
    }

    private static Optional<Detectability> of(double[] positives, double[] negatives) {
        if (positives.length == 0 || negatives.length == 0) {
            return Optional.empty();
        }
        RocCurve roc = RocCurve.of(positives, negatives);
        return Optional.of(new Detectability(
                roc,
                PrecisionRecallCurve.of(positives, negatives),
                DetCurve.of(roc, positives.length, negatives.length)));
    }

    private static DoubleStream scores(List<ScoredClip> clips, int label, boolean positive) {
        return clips.stream()
                .filter(clip -> (clip.truth() == label) == positive)
                .mapToDouble(clip -> clip.probabilities()[label]);
    }
}
