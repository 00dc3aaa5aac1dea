package dev.hearken.lab.dataset;

import dev.hearken.core.task.Label;
import dev.hearken.lab.dataset.SkippedEntry.Reason;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes recordings of the rows of manifests, by what {@link Column} knows of their columns; what it does not know becomes attributes. */
final class ManifestReader {
    /** A longer label is a sentence, or a broken row. */
    private static final int MAX_LABEL_CHARS = 200;

    private final DataFolder folder;
    private final Findings findings;
    private boolean textMayBeLabel;

    ManifestReader(DataFolder folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /** The same reader, but where there are no labels and the same texts come again and again, they are the labels. */
    ManifestReader takingTextForLabel() {
        textMayBeLabel = true;
        return this;
    }

    /** Tells the recordings of a manifest, whose paths may also lead from other folders. */
    void read(Path manifest, Path... others) {
        References references = References.of(manifest, folder, others);
        List<Row> rows = Rows.all(manifest);
        Column label = labelColumn(rows);
        Optional<SplitPart> part = SplitPart.ofManifest(folder.inside(manifest));
        String name = folder.inside(manifest).toString();
        for (Row row : rows) {
            findings.add(name + ":" + row.line(), () -> {
                Recording recording = recording(row, references, row.get(label));
                return row.get(Column.SPLIT)
                        .flatMap(SplitPart::of)
                        .or(() -> SplitPart.ofFolders(folder.inside(recording.file())))
                        .or(() -> part)
                        .map(recording::in)
                        .orElse(recording);
            });
        }
    }

    private Column labelColumn(List<Row> rows) {
        boolean labelled = rows.stream().anyMatch(row -> row.get(Column.LABEL).isPresent());
        List<String> texts =
                rows.stream().flatMap(row -> row.get(Column.TEXT).stream()).toList();
        return textMayBeLabel && !labelled && Transcripts.areLabels(texts) ? Column.TEXT : Column.LABEL;
    }

    private static Recording recording(Row row, References references, Optional<String> label) {
        Path file = references.file(
                row.get(Column.PATH).orElseThrow(() -> new UnusableEntry(Reason.MALFORMED, "the row names no file")));
        ClipName name = ClipName.inFolder(label.orElse(""), DataFolder.stem(file));
        Optional<String> group = row.get(Column.GROUP)
                .or(() -> row.get(Column.FOLD).map(fold -> "fold-" + fold))
                .or(name::group);
        Recording recording = Recording.of(file).named(name).in(group).with(attributes(row));
        if (label.isPresent()) {
            recording = recording.called(label(label.get()));
        }
        return span(row).map(recording::cut).orElse(recording);
    }

    private static Label label(String text) {
        if (text.length() > MAX_LABEL_CHARS) {
            throw new UnusableEntry(
                    Reason.MALFORMED,
                    "a label of %d characters, more than %d".formatted(text.length(), MAX_LABEL_CHARS));
        }
        return new Label(text);
    }

    private static Map<String, String> attributes(Row row) {
        Map<String, String> attributes = new LinkedHashMap<>(row.values());
        Column.PATH.names().forEach(attributes::remove);
        return attributes;
    }

    /** The stretch from start to end, or from start for a duration; a duration alone is the whole recording's. */
    private static Optional<Span> span(Row row) {
        Optional<Double> start = row.get(Column.START).map(ManifestReader::seconds);
        Optional<Double> end = row.get(Column.END).map(ManifestReader::seconds);
        if (start.isEmpty() && end.isEmpty()) {
            return Optional.empty();
        }
        double from = start.orElse(0.0);
        double to = end.or(() -> row.get(Column.DURATION).map(length -> from + seconds(length)))
                .orElse(Span.TO_THE_END);
        return Optional.of(span(from, to));
    }

    /**
     * A stretch of time.
     *
     * @throws UnusableEntry if it is none
     */
    static Span span(double from, double to) {
        if (!(from >= 0 && from < Span.TO_THE_END && to > from)) {
            throw new UnusableEntry(Reason.EMPTY_SPAN, "no stretch of time from %s s to %s s".formatted(from, to));
        }
        return new Span(from, to);
    }

    /**
     * A number of seconds.
     *
     * @throws UnusableEntry if it is none
     */
    static double seconds(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException malformed) {
            throw new UnusableEntry(Reason.MALFORMED, "'" + text + "' is no number of seconds");
        }
    }
}
