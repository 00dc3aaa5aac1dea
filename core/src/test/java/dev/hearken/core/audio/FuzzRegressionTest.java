package dev.hearken.core.audio;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays the fuzzer's seeds and everything it ever found; see docs/fuzzing.md. */
class FuzzRegressionTest {
    static List<Path> inputs() throws IOException, URISyntaxException {
        return Stream.concat(files("clips"), files("fuzz")).sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isAnsweredAndNeverThrows(Path input) throws IOException {
        byte[] bytes = Files.readAllBytes(input);
        assertThatCode(() -> AudioFuzzer.fuzzerTestOneInput(bytes))
                .as("%s", input.getFileName())
                .doesNotThrowAnyException();
    }

    private static Stream<Path> files(String folder) throws IOException, URISyntaxException {
        Path path = Path.of(Objects.requireNonNull(FuzzRegressionTest.class.getResource(folder))
                .toURI());
        try (Stream<Path> files = Files.list(path)) {
            return files.toList().stream();
        }
    }
}
