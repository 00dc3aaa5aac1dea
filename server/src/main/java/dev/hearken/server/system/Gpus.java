package dev.hearken.server.system;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Asks NVIDIA's own program what its cards are doing, where it is installed. */
final class Gpus {
    private static final String PROGRAM = "nvidia-smi";
    private static final long PATIENCE_SECONDS = 3;
    private static final int COLUMNS = 4;
    private static final double PERCENT = 100;
    private static final long BYTES_A_MIB = 1 << 20;

    private Gpus() {}

    /** What a card is doing. */
    @Schema(name = "Gpu")
    record Gpu(
            @Schema(example = "NVIDIA L4") String name,

            @Schema(description = "The share of the last second it computed.")
            double busyShare,

            long memoryUsedBytes,
            long memoryTotalBytes) {}

    /**
     * The cards there are; none where the program is not, does not answer, or says what is not understood.
     *
     * @param path directories that programs lie in, as the variable {@code PATH} has them
     */
    static List<Gpu> ask(String path) {
        Optional<Path> program = Stream.of(path.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
        return program.map(Gpus::run).map(Gpus::parse).orElse(List.of());
    }

    /** Reads lines such as {@code NVIDIA L4, 37, 1024, 23034}: name, percent, MiB used and in all. */
    static List<Gpu> parse(String lines) {
        return lines.lines()
                .map(line -> line.split("\\s*,\\s*"))
                .filter(columns -> columns.length == COLUMNS)
                .flatMap(columns -> gpu(columns).stream())
                .toList();
    }

    private static Optional<Gpu> gpu(String[] columns) {
        try {
            return Optional.of(new Gpu(
                    columns[0],
                    Double.parseDouble(columns[1]) / PERCENT,
                    Long.parseLong(columns[2]) * BYTES_A_MIB,
                    Long.parseLong(columns[3].trim()) * BYTES_A_MIB));
        } catch (NumberFormatException notSupported) {
            return Optional.empty();
        }
    }

    private static String run(Path program) {
        try {
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--query-gpu=name,utilization.gpu,memory.used,memory.total",
                            "--format=csv,noheader,nounits")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notToday) {
            return "";
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
