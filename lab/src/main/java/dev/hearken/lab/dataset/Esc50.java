package dev.hearken.lab.dataset;

import java.nio.file.Path;
import java.util.List;

/**
 * {@code meta/esc50.csv} beside {@code audio/1-100032-A-0.wav}: ESC-50 as its author lays it out. The label is the category; clips of one
 * source share a fold, so the fold is the group.
 *
 * <p>Piczak, ESC: Dataset for Environmental Sound Classification, ACM Multimedia 2015.
 */
final class Esc50 implements Layout {
    private static final Path TABLE = Path.of("meta", "esc50.csv");

    @Override
    public String word() {
        return "esc-50";
    }

    @Override
    public boolean recognises(DataFolder folder) {
        return !tables(folder).isEmpty();
    }

    @Override
    public void read(DataFolder folder, Findings findings) {
        ManifestReader reader = new ManifestReader(folder, findings);
        tables(folder).forEach(table -> reader.read(table, folder.root().resolve("audio")));
    }

    private static List<Path> tables(DataFolder folder) {
        return folder.files(DataFolder.name(TABLE)::equals).stream()
                .filter(file -> folder.inside(file).equals(TABLE))
                .toList();
    }
}
