package dev.hearken.lab.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * {@code clips.csv}, {@code .tsv} or {@code .jsonl} of any name, with a column of paths and others under the names of {@link Column}.
 *
 * <p>Files with such endings lie about for other reasons too. Beside audio files a table counts only if one of its first paths leads to a
 * file, and if it has labels or the audio files do not lie in folders that could be labels.
 */
final class TableOfClips implements Layout {
    private static final Predicate<String> TABLE =
            Pattern.compile(".*\\.(csv|tsv|jsonl)", Pattern.CASE_INSENSITIVE).asMatchPredicate();

    @Override
    public String word() {
        return "table";
    }

    @Override
    public boolean recognises(DataFolder folder) {
        return !tables(folder).isEmpty();
    }

    @Override
    public void read(DataFolder folder, Findings findings) {
        ManifestReader reader = new ManifestReader(folder, findings);
        tables(folder).forEach(reader::read);
    }

    private static List<Path> tables(DataFolder folder) {
        boolean foldersMayBeLabels = folder.audio().stream()
                        .map(folder::inside)
                        .filter(inside -> inside.getNameCount() > 1)
                        .map(inside -> inside.getName(0))
                        .distinct()
                        .count()
                > 1;
        return folder.files(TABLE).stream()
                .filter(file -> isTable(file, folder, foldersMayBeLabels))
                .toList();
    }

    private static boolean isTable(Path file, DataFolder folder, boolean foldersMayBeLabels) {
        List<Row> rows = Rows.first(file);
        boolean leads = rows.stream().anyMatch(row -> row.get(Column.PATH).isPresent())
                && (folder.audio().isEmpty() || References.of(file, folder).leadToOneOf(rows));
        return leads
                && (!foldersMayBeLabels
                        || rows.stream().anyMatch(row -> row.get(Column.LABEL).isPresent()));
    }
}
