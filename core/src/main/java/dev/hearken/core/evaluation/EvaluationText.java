package dev.hearken.core.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** An evaluation as aligned lines of text: each figure with its denominator and interval. */
final class EvaluationText {
    /** More groups than this are a wall of numbers; the worst of them are what matters. */
    private static final int MAX_GROUPS = 20;

    /** Column heads longer than this are cut, so that a row stays readable. */
    private static final int MAX_HEAD = 10;

    private final StringBuilder text = new StringBuilder();

    private EvaluationText() {}

    static String of(String protocol, Evaluation evaluation) {
        EvaluationText report = new EvaluationText();
        report.line("%-18s %s", "protocol", protocol);
        report.figures(evaluation);
        report.confusion(evaluation.confusion());
        report.labels(evaluation.confusion());
        report.groups(evaluation);
        return report.text.toString();
    }

    private void figures(Evaluation evaluation) {
        Evaluation.Intervals intervals = evaluation.intervals();
        line(
                "%-18s %s, 95 %% CI %s",
                "accuracy",
                evaluation.accuracy(),
                evaluation.accuracy().wilson().toPercent());
        String drawn = intervals.unit() == Bootstrap.Unit.GROUP
                ? evaluation.groups().size() + " groups"
                : evaluation.accuracy().trials() + " clips";
        line(
                "%-18s %s (bootstrap over %s, as all intervals below)",
                "", intervals.accuracy().toPercent(), drawn);
        figure("balanced accuracy", evaluation.balancedAccuracy(), intervals.balancedAccuracy());
        figure("macro precision", evaluation.macro().precision(), intervals.macroPrecision());
        figure("macro recall", evaluation.macro().recall(), intervals.macroRecall());
        figure("macro F1", evaluation.macro().f1(), intervals.macroF1());
        figure("weighted precision", evaluation.weighted().precision(), intervals.weightedPrecision());
        figure("weighted recall", evaluation.weighted().recall(), intervals.weightedRecall());
        figure("weighted F1", evaluation.weighted().f1(), intervals.weightedF1());
        intervals
                .auc()
                .ifPresent(interval -> line(
                        "%-18s %.4f, 95 %% CI %.3f-%.3f",
                        "AUC", evaluation.auc().orElseThrow(), interval.low(), interval.high()));
        evaluation.openSet().ifPresent(this::openSet);
        line(
                "%-18s %.2f %% after temperature scaling, %.2f %% before (%d bins, %d clips)",
                "calibration error",
                100 * evaluation.calibration().value(),
                100 * evaluation.calibrationBefore().value(),
                CalibrationError.BINS,
                evaluation.accuracy().trials());
    }

    private void openSet(OpenSetScore score) {
        line("%-18s %.4f, known against unknown", "AUROC", score.auroc());
        line("%-18s %s of known classes, rejected %s of none", "accepted", score.accepted(), score.rejected());
    }

    private void figure(String name, double value, Interval interval) {
        line("%-18s %.2f %%, 95 %% CI %s", name, 100 * value, interval.toPercent());
    }

    private void confusion(ConfusionMatrix confusion) {
        List<String> names = confusion.labels().names();
        int first = names.stream().mapToInt(String::length).max().orElse(0);
        int widest = names.stream().mapToInt(name -> head(name).length()).max().orElse(0);
        int column = Math.max(widest, Integer.toString(confusion.total()).length()) + 1;
        line("");
        line("confusion (rows: truth; columns: answer)");
        StringBuilder heads = new StringBuilder(" ".repeat(first + 2));
        names.forEach(name -> heads.append(right(head(name), column)));
        line("%s", heads);
        for (int truth = 0; truth < names.size(); truth++) {
            StringBuilder row = new StringBuilder("  ").append(left(names.get(truth), first));
            for (int answer = 0; answer < names.size(); answer++) {
                int count = confusion.count(truth, answer);
                // A dot lets the eye find the errors among the zeros.
                row.append(right(count == 0 ? "." : Integer.toString(count), column));
            }
            line("%s", row);
        }
    }

    private void labels(ConfusionMatrix confusion) {
        int first = width(confusion.labels().names(), "label");
        line("");
        line("%s  precision   recall       F1     clips", left("label", first));
        for (int label = 0; label < confusion.labels().size(); label++) {
            line(
                    "%s   %6.2f %% %6.2f %% %6.2f %% %9d",
                    left(confusion.labels().get(label).name(), first),
                    100 * confusion.precision(label),
                    100 * confusion.recall(label),
                    100 * confusion.f1(label),
                    confusion.support(label));
        }
    }

    private void groups(Evaluation evaluation) {
        List<GroupScore> groups = evaluation.groups();
        line("");
        if (groups.isEmpty()) {
            line("no speaker or source of any clip is known, so none can be compared");
            return;
        }
        List<GroupScore> shown = groups.size() <= MAX_GROUPS
                ? groups
                : groups.stream()
                        .sorted(Comparator.comparingDouble(
                                score -> score.accuracy().value()))
                        .limit(MAX_GROUPS)
                        .toList();
        int first = width(shown.stream().map(GroupScore::group).toList(), "group");
        line("%s  accuracy", left("group", first));
        for (GroupScore score : shown) {
            line(
                    "%s  %s, 95 %% CI %s",
                    left(score.group(), first),
                    score.accuracy(),
                    score.accuracy().wilson().toPercent());
        }
        if (shown.size() < groups.size()) {
            line("(the worst %d of %d groups)", shown.size(), groups.size());
        }
        evaluation.meanGroupAccuracy().ifPresent(mean -> line("mean of %d groups: %.2f %%", groups.size(), 100 * mean));
        evaluation.worstGroup().ifPresent(worst -> line("worst group: %s, %s", worst.group(), worst.accuracy()));
    }

    private static int width(List<String> names, String head) {
        return Math.max(
                head.length(), names.stream().mapToInt(String::length).max().orElse(0));
    }

    private static String head(String name) {
        return name.length() <= MAX_HEAD ? name : name.substring(0, MAX_HEAD - 1) + "…";
    }

    private static String left(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }

    private static String right(String cell, int width) {
        return " ".repeat(width - cell.length()) + cell;
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
