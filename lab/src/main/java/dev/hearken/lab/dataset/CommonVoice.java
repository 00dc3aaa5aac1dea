package dev.hearken.lab.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * {@code validated.tsv} or those of the parts, with {@code client_id}, {@code path} and {@code sentence}, beside {@code clips/}: Mozilla
 * Common Voice, https://commonvoice.mozilla.org.
 */
final class CommonVoice implements Layout {
    private static final Predicate<String> TABLE =
            Pattern.compile("(validated|train|dev|test)\\.tsv").asMatchPredicate();

    @Override
    public String word() {
        return "common-voice";
    }

    @Override
    public boolean recognises(DataFolder folder) {
        return !tables(folder).isEmpty();
    }

    @Override
    public void read(DataFolder folder, Findings findings) {
        List<Path> tables = tables(folder);
        List<Path> validated = tables.stream()
                .filter(table -> DataFolder.name(table).equals("validated.tsv"))
                .toList();
        ManifestReader reader = new ManifestReader(folder, findings);
        // The validated clips are those of all parts and more.
        (validated.isEmpty() ? tables : validated).forEach(table -> reader.read(table, table.resolveSibling("clips")));
    }

    private static List<Path> tables(DataFolder folder) {
        return folder.files(TABLE).stream()
                .filter(file -> Rows.first(file).stream()
                        .anyMatch(row -> row.values().keySet().containsAll(List.of("client_id", "path", "sentence"))))
                .toList();
    }
}
