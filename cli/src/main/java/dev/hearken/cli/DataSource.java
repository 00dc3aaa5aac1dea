package dev.hearken.cli;

import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.Grouping;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * Where recordings lie, and how their groups are told.
 *
 * @param path a folder, or a list of recordings
 * @param grouping where groups come from
 */
record DataSource(Path path, Grouping grouping) {
    /** More would push what matters off the screen. */
    private static final int SHOWN = 5;

    /** The recordings in their groups; what a user should know of them is told. */
    ClipFolder read(PrintWriter err) {
        Grouping.Grouped grouped = grouping.apply(ClipFolder.read(path));
        tellLeftOut(grouped.folder().skipped(), err);
        if (grouped.guessed() > 0) {
            err.println(
                    "no groups are told, so they were guessed from the sound: %d clusters; --group-pattern REGEX makes sure"
                            .formatted(grouped.guessed()));
        }
        return grouped.folder();
    }

    /** Tells the first of the things left out, and how many more there are. */
    static void tellLeftOut(List<?> things, PrintWriter err) {
        things.stream().limit(SHOWN).forEach(thing -> err.println("left out: " + thing));
        if (things.size() > SHOWN) {
            err.println("left out: %,d more".formatted(things.size() - SHOWN));
        }
    }
}
