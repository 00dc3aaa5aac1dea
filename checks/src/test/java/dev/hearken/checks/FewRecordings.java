package dev.hearken.checks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Two speakers of the Free Spoken Digit Dataset, ten digits, eight takes. */
final class FewRecordings {
    private static final Path ALL = Path.of(System.getenv().getOrDefault("HEARKEN_DATA", "../../shared/data"))
            .resolve("fsdd/recordings");

    private FewRecordings() {}

    /** Fills a new folder, or skips the test where there are no recordings. */
    static void copyTo(Path folder) throws IOException {
        assumeTrue(Files.isDirectory(ALL), () -> "no recordings at " + ALL.toAbsolutePath());
        Files.createDirectories(folder);
        try (Stream<Path> all = Files.list(ALL)) {
            for (Path file : all.filter(one -> one.getFileName().toString().matches("\\d_(theo|jackson)_[0-7]\\.wav"))
                    .toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }
}
