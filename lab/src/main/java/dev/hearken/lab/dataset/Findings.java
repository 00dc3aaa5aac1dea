package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import dev.hearken.lab.dataset.SkippedEntry.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a layout tells of a folder, gathered: recordings, and entries that lead to none. */
final class Findings {
    private record Found(Recording recording, String where) {}

    private record Stretch(Path file, Optional<Span> span) {}

    private final DataFolder folder;
    private final Map<Stretch, List<Found>> found = new LinkedHashMap<>();
    private final List<SkippedEntry> skipped = new ArrayList<>();

    Findings(DataFolder folder) {
        this.folder = folder;
    }

    /** A recording that was found where it is. */
    void add(Recording recording) {
        add(recording, folder.inside(recording.file()).toString());
    }

    /**
     * A recording that {@code where} tells of. Stretches of one recording belong together, so where no group is known the recording is the
     * group.
     */
    void add(Recording recording, String where) {
        boolean ungroupedStretch =
                recording.span().isPresent() && recording.group().isEmpty();
        Recording grouped = ungroupedStretch
                ? recording.in(Optional.of(folder.inside(recording.file()).toString()))
                : recording;
        found.computeIfAbsent(new Stretch(folder.inside(grouped.file()), grouped.span()), unused -> new ArrayList<>())
                .add(new Found(grouped, where));
    }

    /** The recording an entry tells of; an entry that is unusable is listed instead. */
    void add(String where, Supplier<Recording> entry) {
        try {
            add(entry.get(), where);
        } catch (UnusableEntry unusable) {
            skip(where, unusable.reason(), String.valueOf(unusable.getMessage()));
        }
    }

    /** An entry that leads to no recording. */
    void skip(String where, Reason reason, String detail) {
        skipped.add(new SkippedEntry(where, reason, detail));
    }

    /** What was found, as one folder. */
    ClipFolder in(Layout layout) {
        List<Recording> recordings = new ArrayList<>();
        found.values().forEach(entries -> oneOf(entries).ifPresent(recordings::add));
        if (recordings.isEmpty()) {
            String first = skipped.isEmpty() ? "nothing" : skipped.get(0).toString();
            throw HearkenException.user(
                    "DATASET_NO_CLIPS",
                    "none of the %d recordings listed in %s can be used; the first: %s"
                            .formatted(skipped.size(), folder.root(), first));
        }
        return new ClipFolder(folder.root(), layout.word(), recordings, unplaced(), skipped, folder.noises());
    }

    /** One of several entries for one stretch of sound: the first, if they agree on the label. */
    private Optional<Recording> oneOf(List<Found> entries) {
        Found first = entries.get(0);
        boolean conflict = entries.stream()
                .anyMatch(entry ->
                        !entry.recording().givenLabel().equals(first.recording().givenLabel()));
        Reason reason = conflict ? Reason.CONFLICTING_LABELS : Reason.DUPLICATE;
        for (int i = conflict ? 0 : 1; i < entries.size(); i++) {
            Found other = entries.get(i == 0 ? 1 : 0);
            skip(entries.get(i).where(), reason, other.recording() + " is also listed at " + other.where());
        }
        return conflict ? Optional.empty() : Optional.of(first.recording());
    }

    private List<Path> unplaced() {
        Collection<Path> placed = new HashSet<>();
        found.keySet().forEach(stretch -> placed.add(stretch.file()));
        return folder.audio().stream()
                .filter(file -> !placed.contains(folder.inside(file)))
                .toList();
    }
}
