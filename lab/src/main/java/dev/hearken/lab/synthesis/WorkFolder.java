package dev.hearken.lab.synthesis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder for one run of a speech program, deleted with all that is in it on closing. */
final class WorkFolder implements AutoCloseable {
    private final Path folder;

    private WorkFolder(Path folder) {
        this.folder = folder;
    }

    static WorkFolder create() throws IOException {
        return new WorkFolder(Files.createTempDirectory("hearken-speech"));
    }

    Path path() {
        return folder;
    }

    /** Where the sound of the utterance of this index is to be written. */
    Path clip(int index) {
        return folder.resolve(index + ".wav");
    }

    /** Writes text into a file, so that nothing in it can be taken for an option or seen in a list of processes. */
    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(WorkFolder::delete);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
