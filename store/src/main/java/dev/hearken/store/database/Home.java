package dev.hearken.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The directory that holds all a Hearken installation knows: the database, the model files, the sounds and what can be made again
 * (the cache); or tells where it is kept instead.
 *
 * @param root absolute and normalised; made by {@link #open} if it is not there
 * @param postgres where the tables lie, if not in the home
 * @param bucket where sounds and models lie, if not in the home
 */
public record Home(Path root, Optional<PostgresAddress> postgres, Optional<BucketAddress> bucket) {
    /** The environment variable that names the home. */
    public static final String VARIABLE = "HEARKEN_HOME";

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /** A home that keeps everything itself. */
    public Home(Path root) {
        this(root, Optional.empty(), Optional.empty());
    }

    /**
     * A home that keeps what {@value PostgresAddress#VARIABLE} and {@value BucketAddress#VARIABLE} do not say is elsewhere.
     *
     * @param environment the process's variables, as {@link System#getenv()} gives them
     */
    public Home(Path root, Map<String, String> environment) {
        this(root, PostgresAddress.of(environment), BucketAddress.of(environment));
    }

    /**
     * Where the home is: what {@value #VARIABLE} says, or {@code .hearken} in the user's own directory.
     *
     * @param environment the process's variables, as {@link System#getenv()} gives them
     * @param userHome the user's own directory
     */
    public static Path locate(Map<String, String> environment, Path userHome) {
        String named = environment.getOrDefault(VARIABLE, "");
        return named.isBlank() ? userHome.resolve(".hearken") : Path.of(named);
    }

    /** The home at {@code root} that keeps everything itself, as {@link #open()} gives it. */
    public static Home open(Path root) {
        return new Home(root).open();
    }

    /**
     * This home, with its directories made.
     *
     * @throws StoreException {@link StoreError#HOME_UNUSABLE} if they cannot be made or written to
     */
    public Home open() {
        try {
            Files.createDirectories(databases());
            Files.createDirectories(cache());
        } catch (IOException e) {
            throw new StoreException(StoreError.HOME_UNUSABLE, "cannot make the home " + root + ": " + e, e);
        }
        if (!Files.isWritable(databases())) {
            throw new StoreException(StoreError.HOME_UNUSABLE, "the home " + root + " cannot be written to");
        }
        return this;
    }

    /** The SQLite database, unless the tables lie elsewhere. */
    public Path databaseFile() {
        return databases().resolve("hearken.sqlite");
    }

    /** The directory of voices for synthesis: a folder an engine. */
    public Path voices() {
        return root.resolve("voices");
    }

    /** The directory of the files a run made that belong nowhere else. */
    public Path filesOf(String run) {
        return root.resolve("runs").resolve(run);
    }

    /** The directory of what can be made again: it may be deleted when nothing runs. */
    public Path cache() {
        return root.resolve("cache");
    }

    private Path databases() {
        return root.resolve("db");
    }
}
