package dev.hearken.lab.synthesis;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The folders in which programs are looked for.
 *
 * @param folders the first that has a program wins
 */
public record ProgramPath(List<Path> folders) {
    public ProgramPath {
        folders = List.copyOf(folders);
    }

    /** The folders of the environment's PATH. */
    public static ProgramPath ofEnvironment() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return new ProgramPath(Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList());
    }

    Optional<Path> find(String program) {
        return folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
