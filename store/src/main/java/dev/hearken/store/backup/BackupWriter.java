package dev.hearken.store.backup;

import dev.hearken.store.contents.ContentStore;
import dev.hearken.store.contents.Shelf;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.database.TableNames;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * All that a home knows in one file: the rows of every table as they were at one moment, sounds, models, and the files of runs.
 *
 * <p>It may be made while servers and workers go on. What was acknowledged before it began is in it: rows are read at one moment, and the
 * files they name, which never change, after them. It does not matter which database the rows lie in, nor where the files.
 */
public final class BackupWriter {
    /** In folders of the archive: {@code tables/project.jsonl}, {@code sounds/ab/cdef…}, {@code models/…}, {@code runs/ID/report.html}. */
    static final String TABLES = "tables/";

    static final String TABLE_SUFFIX = ".jsonl";
    static final String RUNS = "runs/";

    /**
     * What a backup holds.
     *
     * @param file where it is
     * @param rows of all tables
     * @param missing how many sounds and models were damaged or vanished while it was made, and are not in it
     */
    public record Summary(Path file, long rows, int sounds, int models, int runFiles, int missing) {}

    private final Home home;
    private final Database database;
    private final InstantSource clock;
    private int missing;

    public BackupWriter(Home home, Database database, InstantSource clock) {
        this.home = home;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes a backup; the file appears whole or not at all.
     *
     * @param file must not be there yet
     * @throws StoreException {@link StoreError#CONFLICT} if it is there, {@link StoreError#DISK_FULL} or {@link StoreError#HOME_UNUSABLE} if it
     *     cannot be written
     */
    public Summary write(Path file) {
        if (Files.exists(file)) {
            throw new StoreException(StoreError.CONFLICT, file + " is there already; name another file");
        }
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Summary summary;
            try (ArchiveWriter archive = new ArchiveWriter(Files.newOutputStream(partial))) {
                summary = write(archive, file);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            return summary;
        } catch (IOException | java.io.UncheckedIOException e) {
            throw unwritable(file, e);
        } finally {
            partial.toFile().delete();
        }
    }

    private Summary write(ArchiveWriter archive, Path file) throws IOException {
        long begun = clock.millis();
        String schema = database.schema();
        long rows = database.snapshot(handle -> tables(handle, archive));
        int sounds = contents(Shelf.SOUNDS, archive);
        int models = contents(Shelf.MODELS, archive);
        int runFiles = runs(archive);
        archive.end(new Manifest(Manifest.FORMAT, schema, home.root().toString(), begun, archive.digests()));
        return new Summary(file, rows, sounds, models, runFiles, missing);
    }

    private static long tables(Handle handle, ArchiveWriter archive) {
        long rows = 0;
        for (String table : TableNames.inOrder(handle)) {
            rows += archive.entry(TABLES + table + TABLE_SUFFIX, out -> {
                BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                long count = new TableText(table).write(handle, lines);
                lines.flush();
                return count;
            });
        }
        return rows;
    }

    private int contents(Shelf shelf, ArchiveWriter archive) {
        ContentStore contents = shelf.of(home);
        List<String> all = contents.all();
        int kept = 0;
        for (String sha256 : all) {
            var found = contents.find(sha256);
            if (found.isPresent()) {
                archive.entry(shelf.word() + "/" + sha256, out -> {
                    out.write(found.get());
                    return 1L;
                });
                kept++;
            }
        }
        missing += all.size() - kept;
        return kept;
    }

    private int runs(ArchiveWriter archive) throws IOException {
        Path root = home.root().resolve("runs");
        if (!Files.isDirectory(root)) {
            return 0;
        }
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            for (Path each : files) {
                archive.entry(RUNS + root.relativize(each).toString().replace('\\', '/'), out -> Files.copy(each, out));
            }
            return files.size();
        }
    }

    private static StoreException unwritable(Path file, Exception e) {
        boolean full = String.valueOf(e.getMessage()).contains("No space left");
        return new StoreException(
                full ? StoreError.DISK_FULL : StoreError.HOME_UNUSABLE,
                file + " cannot be written: " + e.getMessage(),
                e);
    }
}
