package dev.hearken.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The {@code hearken} command as built here, in a folder and a home of its own. */
final class Command {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private Command() {}

    /** Puts {@code ./hearken} into a folder, to be called as documentation shows. */
    static void install(Path folder) throws IOException {
        Path command = Files.writeString(folder.resolve("hearken"), """
                #!/bin/sh
                HEARKEN_HOME='%s' exec '%s' -XX:+UseSerialGC -Dai.djl.offline=true -cp '%s' dev.hearken.cli.Hearken "$@"
                """.formatted(
                        folder.resolve("home"), JAVA, System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    }

    /** The Java that runs the tests. */
    static String java() {
        return JAVA.toString();
    }
}
