package dev.hearken.checks;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.inference.Prediction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every program shown in the documentation runs, and hears what Hearken hears. */
class DocumentedProgramsTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path FORMATS = PROJECT.resolve("docs/formats.md");

    /** What the programs need, in pinned versions. */
    private static final Path PINNED = Path.of("plain");

    private static final Path EXAMPLE = PROJECT.resolve("examples/predict-in-java");

    @TempDir
    private static Path folder;

    private static Prediction expected;

    /** What a reader of the page has: a model, what it says of itself, and a recording. */
    @BeforeAll
    static void exportTheStarterModel() throws IOException {
        Command.install(folder);
        Program.output(folder, "./hearken", "models", "export", "digits", "--out", "digits.onnx");
        Files.writeString(
                folder.resolve("digits.json"),
                Program.output(folder, "./hearken", "models", "show", "digits.onnx", "--json"));
        Path recording = Files.copy(PROJECT.resolve("examples/seven.wav"), folder.resolve("seven.wav"));
        try (Classifier digits = Classifier.open(folder.resolve("digits.onnx"))) {
            Decoded clip = (Decoded) AudioReader.standard().read(recording);
            expected = digits.classify(clip.waveform());
        }
    }

    @Test
    void theExampleRecordingIsHeardAsWhatItSays() {
        assertThat(expected.label().name()).isEqualTo("7");
    }

    @Test
    void pythonHearsTheSame() throws IOException {
        assumeTrue(Program.exists("python3"), "Python is not here");
        Path python = PinnedPython.with(TARGET.resolve("python"), PINNED.resolve("requirements.txt"));
        Path program = write("plain.py", Snippets.in(FORMATS, "python").get(0));

        assertHeard(Program.output(folder, python.toString(), program.toString()));
    }

    @Test
    void nodeHearsTheSame() throws IOException {
        Path modules = nodeModules();
        Path program = Files.writeString(
                modules.resolve("plain.mjs"), Snippets.in(FORMATS, "javascript").get(0));

        assertHeard(Program.output(folder, "node", program.toString()));
    }

    @Test
    void javaHearsTheSame() throws IOException {
        Path program = write("Plain.java", Snippets.in(FORMATS, "java").get(0));

        assertHeard(Program.output(folder, Command.java(), "-cp", coreAlone(), program.toString()));
    }

    @Test
    void theExampleNeedsCoreAloneAndHearsTheSame() throws IOException {
        String classPath = EXAMPLE.resolve("target/classes") + File.pathSeparator + coreAlone();

        assertThat(classPath).doesNotContain("spring", "sqlite", "pytorch");
        assertHeard(Program.output(folder, Command.java(), "-cp", classPath, "Predict", "digits.onnx", "seven.wav"));
    }

    private static void assertHeard(String printed) {
        String label = expected.label().name();
        assertThat(printed).startsWith(label + " ");
        assertThat(Double.parseDouble(printed.substring(label.length())))
                .isCloseTo(expected.probability(), within(1e-4));
    }

    private static Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** The class path of a program that uses nothing but {@code hearken-core}. */
    private static String coreAlone() throws IOException {
        return Files.readString(EXAMPLE.resolve("target/classpath.txt")).strip();
    }

    /** The pinned npm packages, installed once into the build folder. */
    private static Path nodeModules() throws IOException {
        Path folder = Files.createDirectories(TARGET.resolve("javascript"));
        Files.copy(PINNED.resolve("package.json"), folder.resolve("package.json"), REPLACE_EXISTING);
        // The processor's binary is in the package; the install script would only fetch one for GPUs.
        installOnce(
                PINNED.resolve("package-lock.json"),
                folder,
                "npm",
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund");
        return folder;
    }

    /** Runs {@code install} in {@code folder}, beside a copy of {@code list}, unless it did so for the same list before. */
    private static void installOnce(Path list, Path folder, String... install) throws IOException {
        Path installed = folder.resolve("installed.txt");
        if (!Files.exists(installed) || Files.mismatch(list, installed) >= 0) {
            Files.copy(list, folder.resolve(list.getFileName()), REPLACE_EXISTING);
            Program.output(folder, install);
            Files.copy(list, installed, REPLACE_EXISTING);
        }
    }
}
