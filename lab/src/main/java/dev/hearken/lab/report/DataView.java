package dev.hearken.lab.report;

import dev.hearken.lab.dataset.AuditedSplit;
import dev.hearken.lab.dataset.CopySet;
import dev.hearken.lab.dataset.DatasetAudit;
import dev.hearken.lab.dataset.RejectedClip;
import java.util.List;

/** What the page says of the clips. */
record DataView(String summary, List<Row> labels, List<String> rejected, String moreRejected, List<AuditView> audit) {
    private static final int REJECTED_SHOWN = 10;

    /** One label's clips. */
    record Row(String label, String clips, String groups, String duration, String median) {}

    /**
     * What stands between the clips and an honest score.
     *
     * @param reading the leak in a sentence
     * @param copies recordings stored more than once
     */
    record AuditView(String reading, String copies, List<Split> splits) {}

    /** A way of splitting, and what a simple model scores by it. */
    record Split(String name, String groups, String copies, String accuracy, String interval) {}

    boolean hasRejected() {
        return !rejected.isEmpty();
    }

    static DataView of(ReportedData data) {
        List<RejectedClip> rejected = data.loaded().rejected();
        return new DataView(
                summary(data),
                data.labels().stream()
                        .map(share -> new Row(
                                share.label(),
                                Numerals.count(share.clips()),
                                Numerals.count(share.groups()),
                                Numerals.duration(share.seconds()),
                                Numerals.duration(share.medianSeconds())))
                        .toList(),
                rejected.stream()
                        .limit(REJECTED_SHOWN)
                        .map(clip -> "%s: %s"
                                .formatted(data.folder().name(clip.clip().recording()), clip.detail()))
                        .toList(),
                rejected.size() > REJECTED_SHOWN
                        ? "and %s more".formatted(Numerals.count(rejected.size() - REJECTED_SHOWN))
                        : "",
                data.audit().stream().map(DataView::audit).toList());
    }

    private static String summary(ReportedData data) {
        int groups = data.folder().groups().size();
        String known = groups == 0
                ? "speakers and sources unknown"
                : Numerals.count(groups) + " groups (speakers, sources or folds)";
        String ungrouped = groups > 0 && data.ungrouped() > 0
                ? ", " + Numerals.count(data.ungrouped()) + " clips of unknown group"
                : "";
        return "%s clips, %s of sound, %s%s; %s could not be used. Layout: %s."
                .formatted(
                        Numerals.count(data.loaded().clips().size()),
                        Numerals.duration(data.seconds()),
                        known,
                        ungrouped,
                        Numerals.count(data.loaded().rejected().size()),
                        data.folder().layout());
    }

    private static AuditView audit(DatasetAudit audit) {
        String reading = audit.grouped()
                .map(grouped -> Numerals.of(
                        "A simple model scores %+.1f points more by a random split than by %s, which keeps each group on one side:"
                                + " so much a careless split would flatter.",
                        100
                                * (audit.random().accuracy().value()
                                        - grouped.accuracy().value()),
                        grouped.name()))
                .orElse("No split keeps known groups apart, so a leak between speakers or sources cannot be seen.");
        int copied = audit.copies().stream().mapToInt(set -> set.clips().size()).sum();
        long twoLabels = audit.copies().stream().filter(CopySet::labelsDiffer).count();
        String copies = copied == 0
                ? "No recording is stored twice."
                : Numerals.of(
                        "%,d clips are copies of each other, in %,d sets; %,d sets stand under two labels.",
                        copied, audit.copies().size(), twoLabels);
        int groups = audit.folder().groups().size();
        return new AuditView(
                reading,
                copies,
                audit.splits().stream().map(split -> split(split, groups)).toList());
    }

    private static Split split(AuditedSplit split, int groups) {
        return new Split(
                split.name(),
                split.groupsOnBothSides() + " of " + groups,
                split.testClipsWithCopy() + " of " + split.testClips(),
                split.accuracy().toString(),
                Numerals.percent(split.accuracy().wilson()));
    }
}
