package dev.hearken.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README says what is so. */
class ReadmeTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path README = PROJECT.resolve("README.md");
    /** What is learnt does not matter here. */
    private static final String CUT_SHORT =
            " network=cnn training.epochs=1 synthesized_per_label=0 augmentation.room=0";

    @TempDir
    private Path folder;

    @Test
    void theJavaProgramIsTheExampleThatIsTried() throws IOException {
        assertThat(Snippets.in(README, "java"))
                .containsExactly(
                        Files.readString(PROJECT.resolve("examples/predict-in-java/src/main/java/Predict.java")));
    }

    @Test
    void theLinesForTheCommandLineWorkOneAfterAnother() throws IOException {
        Command.install(folder);
        Path examples = Files.createDirectory(folder.resolve("examples"));
        Files.copy(PROJECT.resolve("examples/seven.wav"), examples.resolve("seven.wav"));
        FewRecordings.copyTo(folder.resolve("recordings"));

        List<String> lines = Snippets.in(README, "bash").get(1).lines().toList();

        assertThat(lines).hasSizeGreaterThanOrEqualTo(10).allMatch(line -> line.startsWith("./hearken "));
        for (String line : lines) {
            String learns = line.matches(".* (train|evaluate) .*") ? CUT_SHORT : "";
            assertThat(Program.output(folder, "sh", "-c", line + learns))
                    .as(line)
                    .isNotBlank();
        }
    }
}
