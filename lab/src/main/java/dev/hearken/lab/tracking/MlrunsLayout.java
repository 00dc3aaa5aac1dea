package dev.hearken.lab.tracking;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * MLflow's file layout, which {@code mlflow ui --backend-store-uri DIR} opens: {@code experiment/run/} with {@code meta.yaml} and a file for
 * each parameter, metric and tag (mlflow/store/tracking/file_store.py).
 */
final class MlrunsLayout {
    static final String META = "meta.yaml";
    static final String PARAMETERS = "params";
    static final String MEASURED = "metrics";
    static final String TAGS = "tags";
    static final String ARTIFACTS = "artifacts";

    /** The artifact that holds a run's figures with their denominators. */
    static final String METRICS = "metrics.json";

    private static final int ID_DIGITS = 32;

    private MlrunsLayout() {}

    /** MLflow's name for a run: its UUID's digits alone. */
    static String mlflowId(String run) {
        return run.replace("-", "");
    }

    /** Hearken's name for a run of MLflow's: the UUID its digits are, or one made from its name. */
    static String runId(String mlflowId) {
        if (mlflowId.length() != ID_DIGITS || !mlflowId.chars().allMatch(HexFormat::isHexDigit)) {
            return UUID.nameUUIDFromBytes(mlflowId.getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
        return mlflowId.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    /**
     * The file of that name in a folder.
     *
     * @throws HearkenException {@code MLRUNS_NAME} if the name leads out of the folder
     */
    static Path inside(Path folder, String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder.normalize()) || file.equals(folder.normalize())) {
            throw HearkenException.user("MLRUNS_NAME", "'%s' cannot be a file in %s".formatted(name, folder));
        }
        return file;
    }

    /** The text of each file below a folder by its name there, with {@code /} between folders; nothing if there is no folder. */
    static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(folder)) {
            texts.put(name(folder, file), Files.readString(file));
        }
        return texts;
    }

    /** The files below a folder, sorted. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
