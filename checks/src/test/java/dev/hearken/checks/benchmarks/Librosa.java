package dev.hearken.checks.benchmarks;

import dev.hearken.core.features.LogMel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** librosa in a Python process of its own, which answers one line to each line it is sent; see {@code librosa_peer.py}. */
final class Librosa implements AutoCloseable {
    private static final String PINNED = "librosa==0.11.0";

    private final Path folder;
    private final Process python;
    private final PrintWriter questions;
    private final BufferedReader answers;
    private final String version;

    private Librosa(Path folder, Process python) throws IOException {
        this.folder = folder;
        this.python = python;
        this.questions =
                new PrintWriter(new OutputStreamWriter(python.getOutputStream(), StandardCharsets.UTF_8), true);
        this.answers = python.inputReader(StandardCharsets.UTF_8);
        this.version = answer();
    }

    /**
     * Starts librosa, installing it into a virtual environment in this folder if it is not there.
     *
     * @throws LibrosaMissing if there is no Python that can make one, or pip fails
     */
    static Librosa in(Path folder) throws IOException {
        Path interpreter = folder.toAbsolutePath().resolve("bin/python");
        if (!Files.exists(interpreter)) {
            mustRun(
                    folder,
                    List.of("python3", "-m", "venv", folder.toAbsolutePath().toString()));
        }
        mustRun(folder, List.of(interpreter.toString(), "-m", "pip", "install", "-q", PINNED));
        Path script = folder.resolve("librosa_peer.py");
        try (InputStream source =
                Objects.requireNonNull(Librosa.class.getResourceAsStream("librosa_peer.py"), "librosa_peer.py")) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder start = new ProcessBuilder(
                interpreter.toString(), "-W", "ignore", script.toAbsolutePath().toString());
        for (String library : List.of("OMP", "OPENBLAS", "MKL", "NUMBA")) {
            start.environment().put(library + "_NUM_THREADS", "1");
        }
        return new Librosa(
                folder, start.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** What answers, such as "librosa 0.11.0, numpy 2.3.0". */
    String version() {
        return version;
    }

    /** Loads clips of one second and runs each once. */
    void prepare(LogMel logMel, Path clips) throws IOException {
        ask("prepare %d %d %d %d %s %s %s %d %s"
                .formatted(
                        logMel.sampleRateHz(),
                        logMel.stft().fftSize(),
                        logMel.stft().windowSamples(),
                        logMel.stft().hopSamples(),
                        logMel.bank().minHz(),
                        logMel.bank().maxHz(),
                        logMel.log().floor(),
                        logMel.channels(),
                        clips.toAbsolutePath()));
    }

    /** Clips a second in one pass over all clips. */
    double round(boolean keepFilterBank) throws IOException {
        return Double.parseDouble(ask(keepFilterBank ? "round kept" : "round called"));
    }

    /** Row-major, shape [frames, bands]. */
    float[] featuresOfFirstClip() throws IOException {
        Path file = folder.resolve("first.f32").toAbsolutePath();
        ask("first " + file);
        byte[] bytes = Files.readAllBytes(file);
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    @Override
    public void close() {
        questions.close();
        try {
            python.waitFor();
        } catch (InterruptedException e) {
            python.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private String ask(String question) throws IOException {
        questions.println(question);
        return answer();
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new LibrosaMissing("its process ended");
        }
        return line;
    }

    private static void mustRun(Path folder, List<String> command) {
        try {
            Path log = folder.resolve("install.log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new LibrosaMissing("'" + String.join(" ", command) + "' failed, see " + log);
            }
        } catch (IOException e) {
            throw new LibrosaMissing(e.getMessage() == null ? command.get(0) : e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}
