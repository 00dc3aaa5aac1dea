package dev.hearken.lab.report;

import dev.hearken.core.evaluation.ConfusionMatrix;
import dev.hearken.core.evaluation.Detectability;
import dev.hearken.core.evaluation.Evaluation;
import dev.hearken.core.evaluation.GroupScore;
import dev.hearken.core.evaluation.Proportion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the page says of the measured answers. */
record MeasuredView(
        String protocol,
        String confusionReading,
        List<String> labels,
        List<Row> confusion,
        List<LabelRow> perLabel,
        List<CurvesView> curves,
        String reliability,
        String certainty,
        String groupReading,
        List<Share> groups,
        String groupsLeftOut,
        List<QuartileView> quartiles,
        List<ErrorView> errors,
        String errorCount) {
    /** More groups than this are for the JSON. */
    private static final int GROUPS_SHOWN = 20;

    /** A line of the confusion matrix: the truth and how often each label was answered. */
    record Row(String truth, List<Cell> cells, int clips) {}

    /** How often, and which share of the line. */
    record Cell(int count, boolean none, boolean right, String style) {}

    /** One label's figures. */
    record LabelRow(
            String label,
            String recall,
            String recallInterval,
            String precision,
            String precisionInterval,
            String f1) {}

    /** What the pictures over all thresholds show. */
    record CurvesView(String roc, String precisionRecall, String det) {}

    /** Accuracy by one measure of the sound. */
    record QuartileView(String title, List<Share> parts, String note) {}

    boolean hasGroups() {
        return !groups.isEmpty();
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    static MeasuredView of(Measured measured, ReportedData data) {
        Evaluation evaluation = measured.evaluation();
        ConfusionMatrix confusion = evaluation.confusion();
        List<GroupScore> groups = evaluation.groups();
        return new MeasuredView(
                measured.protocol(),
                Reading.confusion(confusion),
                measured.labels().names(),
                IntStream.range(0, measured.labels().size())
                        .mapToObj(truth -> row(confusion, truth))
                        .toList(),
                IntStream.range(0, measured.labels().size())
                        .mapToObj(label -> labelRow(confusion, label))
                        .toList(),
                Optional.ofNullable(measured.curves().get(Measured.POOLED)).stream()
                        .map(MeasuredView::curves)
                        .toList(),
                Reading.reliability(evaluation),
                Reading.certainty(measured.certainty()),
                Reading.groups(evaluation),
                groups.stream()
                        .sorted(Comparator.comparingDouble(
                                group -> group.accuracy().value()))
                        .limit(GROUPS_SHOWN)
                        .map(group -> Share.of(group.group(), group.accuracy()))
                        .toList(),
                groups.size() > GROUPS_SHOWN
                        ? "The %d that fared worst; report.json has all %d.".formatted(GROUPS_SHOWN, groups.size())
                        : "",
                measured.quartiles().stream().map(MeasuredView::quartiles).toList(),
                ErrorView.of(measured.worstErrors(), data.folder()),
                "%s of %s answers were wrong."
                        .formatted(
                                Numerals.count(evaluation.accuracy().trials()
                                        - evaluation.accuracy().successes()),
                                Numerals.count(evaluation.accuracy().trials())));
    }

    private static Row row(ConfusionMatrix confusion, int truth) {
        int clips = confusion.support(truth);
        List<Cell> cells = IntStream.range(0, confusion.labels().size())
                .mapToObj(answer -> {
                    int count = confusion.count(truth, answer);
                    double share = clips == 0 ? 0 : (double) count / clips;
                    return new Cell(count, count == 0, truth == answer, Numerals.of("--share:%.3f", share));
                })
                .toList();
        return new Row(confusion.labels().get(truth).name(), cells, clips);
    }

    private static LabelRow labelRow(ConfusionMatrix confusion, int label) {
        int right = confusion.count(label, label);
        Optional<Proportion> recall = share(right, confusion.support(label));
        Optional<Proportion> precision = share(right, confusion.answered(label));
        return new LabelRow(
                confusion.labels().get(label).name(),
                recall.map(Proportion::toString).orElse("no clips"),
                recall.map(share -> Numerals.percent(share.wilson())).orElse(""),
                precision.map(Proportion::toString).orElse("never answered"),
                precision.map(share -> Numerals.percent(share.wilson())).orElse(""),
                Numerals.percent(confusion.f1(label)));
    }

    private static Optional<Proportion> share(int part, int whole) {
        return whole == 0 ? Optional.empty() : Optional.of(new Proportion(part, whole));
    }

    private static CurvesView curves(Detectability pooled) {
        return new CurvesView(Reading.roc(pooled), Reading.precisionRecall(pooled), Reading.det(pooled));
    }

    private static QuartileView quartiles(Quartiles quartiles) {
        SoundMeasure measure = quartiles.measure();
        String note = quartiles.unknown() == 0
                ? ""
                : "%s clips have no such measure.".formatted(Numerals.count(quartiles.unknown()));
        return new QuartileView(
                measure.title(),
                quartiles.parts().stream()
                        .map(part -> Share.of(
                                Numerals.of(
                                        measure == SoundMeasure.DURATION ? "%.2f–%.2f %s" : "%.0f–%.0f %s",
                                        part.low(),
                                        part.high(),
                                        measure.unit()),
                                part.accuracy()))
                        .toList(),
                note);
    }
}
