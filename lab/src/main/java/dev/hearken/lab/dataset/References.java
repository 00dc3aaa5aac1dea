package dev.hearken.lab.dataset;

import dev.hearken.lab.dataset.SkippedEntry.Reason;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where the paths in a manifest lead: from the manifest's own folder, else from the data set's.
 *
 * <p>A relative path must stay in the data set's folder: one that climbs out has no honest use, and a data set from elsewhere shall not
 * choose among one's files unseen. An absolute path is taken if a file is there, for Kaldi and NeMo write them as a rule, and it shows what
 * it names. Symbolic links are followed: people keep large sets behind them.
 */
final class References {
    private final Path root;
    private final Set<Path> bases;

    private References(Path root, Set<Path> bases) {
        this.root = root;
        this.bases = bases;
    }

    /** The references of a manifest, which may also lead from other folders. */
    static References of(Path manifest, DataFolder folder, Path... others) {
        Set<Path> bases = new LinkedHashSet<>(List.of(others));
        Path besides = manifest.getParent();
        bases.add(besides == null ? Path.of("") : besides);
        bases.add(folder.root());
        return new References(folder.root(), bases);
    }

    /**
     * The file a reference leads to.
     *
     * @throws UnusableEntry if it leads to none
     */
    Path file(String reference) {
        Path path = path(reference);
        if (path.isAbsolute()) {
            if (Files.isRegularFile(path)) {
                return path;
            }
            throw new UnusableEntry(Reason.MISSING_FILE, "there is no " + reference);
        }
        boolean inside = false;
        for (Path base : bases) {
            Path file = base.resolve(path).normalize();
            boolean stays = absolute(file).startsWith(absolute(root));
            if (stays && Files.isRegularFile(file)) {
                return file;
            }
            inside |= stays;
        }
        throw inside
                ? new UnusableEntry(Reason.MISSING_FILE, "there is no " + reference)
                : new UnusableEntry(Reason.OUTSIDE_FOLDER, reference + " leads out of " + root);
    }

    /** Whether at least one of these rows leads to a file. */
    boolean leadToOneOf(List<Row> rows) {
        return rows.stream().flatMap(row -> row.get(Column.PATH).stream()).anyMatch(reference -> {
            try {
                return Files.isRegularFile(file(reference));
            } catch (UnusableEntry leadsNowhere) {
                return false;
            }
        });
    }

    /** Manifests written on Windows have backslashes. */
    private static Path path(String reference) {
        try {
            return Path.of(reference.contains("/") ? reference : reference.replace('\\', '/'));
        } catch (InvalidPathException malformed) {
            throw new UnusableEntry(Reason.MALFORMED, "no path: " + malformed.getReason());
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
