package dev.hearken.lab.dataset;

import java.util.List;
import java.util.Locale;

/** An audit as lines of text: what there is, what is stored twice, and the splits side by side. */
final class AuditText {
    /** A screenful; the JSON has them all. */
    private static final int MAX_SHOWN = 10;

    private final DatasetAudit audit;
    private final StringBuilder text = new StringBuilder();

    private AuditText(DatasetAudit audit) {
        this.audit = audit;
    }

    static String of(DatasetAudit audit) {
        AuditText report = new AuditText(audit);
        report.counts();
        report.copies();
        report.splits();
        report.advice();
        return report.text.toString();
    }

    private void counts() {
        ClipFolder folder = audit.folder();
        long unknown =
                folder.clips().stream().filter(clip -> clip.group().isEmpty()).count();
        line(
                "%d clips of %d labels, %d groups (speakers or sources), %d clips of unknown group",
                audit.usable(), folder.labels().size(), folder.groups().size(), unknown);
        if (!folder.unplaced().isEmpty()) {
            line(
                    "%d audio files without a label were left out",
                    folder.unplaced().size());
        }
        if (!folder.skipped().isEmpty()) {
            line("%d entries of manifests were passed over:", folder.skipped().size());
            folder.skipped().stream().limit(MAX_SHOWN).forEach(entry -> line("  %s", entry));
            more(folder.skipped().size());
        }
        if (!audit.rejected().isEmpty()) {
            line("%d files could not be read:", audit.rejected().size());
            audit.rejected().stream().limit(MAX_SHOWN).forEach(clip -> line("  %s", clip));
            more(audit.rejected().size());
        }
    }

    private void copies() {
        List<CopySet> copies = audit.copies();
        line("");
        if (copies.isEmpty()) {
            line("no recording is stored twice");
            return;
        }
        int clips = copies.stream().mapToInt(set -> set.clips().size()).sum();
        long exact = copies.stream().filter(CopySet::exact).count();
        line(
                "%d clips are copies of each other, in %d sets (%d byte for byte, %d alike in sound):",
                clips, copies.size(), exact, copies.size() - exact);
        copies.stream().limit(MAX_SHOWN).forEach(this::copy);
        more(copies.size());
    }

    private void copy(CopySet set) {
        List<String> names = set.clips().stream()
                .limit(MAX_SHOWN)
                .map(clip -> audit.folder().name(clip.recording()))
                .toList();
        String rest = set.clips().size() > names.size() ? " … (" + set.clips().size() + ")" : "";
        String labels = set.labelsDiffer() ? "  UNDER TWO LABELS" : "";
        String groups = set.groupsDiffer() ? "  under two groups" : "";
        line("  %.3f  %s%s%s%s", set.likeness(), String.join("  ", names), rest, labels, groups);
    }

    private void splits() {
        line("");
        line("split                  groups on   clips with a copy   accuracy of a simple model");
        line("                       both sides  in training         (ridge regression on MFCC summaries)");
        int groups = audit.folder().groups().size();
        for (AuditedSplit split : audit.splits()) {
            line(
                    "%-22s %-11s %-19s %s, 95 %% CI %s",
                    split.name(),
                    split.groupsOnBothSides() + " of " + groups,
                    split.testClipsWithCopy() + " of " + split.testClips(),
                    split.accuracy(),
                    split.accuracy().wilson().toPercent());
        }
    }

    private void advice() {
        line("");
        audit.grouped()
                .ifPresentOrElse(
                        grouped -> line(
                                "a random split scores %+.1f points against %s, which keeps each group on one side",
                                100
                                        * (audit.random().accuracy().value()
                                                - grouped.accuracy().value()),
                                grouped.name()),
                        () -> line(
                                "no split keeps known groups apart, so a leak between speakers or sources cannot be seen;"
                                        + " name them: label/speaker/clip.wav or label_speaker_take.wav"));
        if (audit.copies().stream().anyMatch(CopySet::groupsDiffer)) {
            line("copies under two groups pass every split by group; keep one of each");
        }
        if (audit.copies().stream().anyMatch(CopySet::labelsDiffer)) {
            line("a recording under two labels is wrong under at least one of them");
        }
    }

    private void more(int all) {
        if (all > MAX_SHOWN) {
            line("  … and %d more (--json lists all)", all - MAX_SHOWN);
        }
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
