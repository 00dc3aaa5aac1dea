package dev.hearken.lab.tracking;

import dev.hearken.core.HearkenException;
import dev.hearken.store.runs.Run;
import dev.hearken.store.runs.Run.State;
import dev.hearken.store.runs.RunArtifact;
import dev.hearken.store.runs.RunFigures;
import dev.hearken.store.runs.RunMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the runs of a folder in MLflow's file layout, whether Hearken or another wrote them. */
public final class MlrunsReader {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonMapper JSON = new JsonMapper();

    private MlrunsReader() {}

    /** A run with all that was recorded of it. */
    public record Found(Run run, List<RunMetric> metrics, List<RunArtifact> artifacts) {
        public Found {
            metrics = List.copyOf(metrics);
            artifacts = List.copyOf(artifacts);
        }
    }

    /**
     * The runs of all experiments that are not deleted.
     *
     * @param filesOf where the files of a run of that id are copied to, so that the folder may go
     * @throws HearkenException {@code MLRUNS_UNREADABLE} naming the file
     */
    public static List<Found> read(Path root, Function<String, Path> filesOf) {
        if (!Files.isDirectory(root)) {
            throw HearkenException.user("MLRUNS_UNREADABLE", "there is no folder " + root);
        }
        List<Found> found = new ArrayList<>();
        for (Path experiment : foldersWithMeta(root)) {
            String name = meta(experiment).path("name").asString("");
            for (Path run : foldersWithMeta(experiment)) {
                found.add(read(run, name, filesOf));
            }
        }
        return found;
    }

    private static Found read(Path folder, String experiment, Function<String, Path> filesOf) {
        try {
            JsonNode meta = meta(folder);
            String id = MlrunsLayout.runId(
                    meta.path("run_id").asString(folder.getFileName().toString()));
            Map<String, String> tags = MlrunsLayout.texts(folder.resolve(MlrunsLayout.TAGS));
            List<RunMetric> metrics = metrics(folder.resolve(MlrunsLayout.MEASURED));
            Path figuresFile = folder.resolve(MlrunsLayout.ARTIFACTS).resolve(MlrunsLayout.METRICS);
            boolean ours = tags.containsKey(MlflowTags.RUN);
            Optional<String> figures = ours && Files.isRegularFile(figuresFile)
                    ? Optional.of(Files.readString(figuresFile))
                    : Optional.empty();
            Run run = run(id, meta, experiment, folder, tags, figures.or(() -> lastValues(ours, metrics)));
            if (ours) { // the figures were written among the metrics, for MLflow's page
                Map<String, Double> atTheEnd = RunFigures.of(figures.orElse("{}"));
                metrics.removeIf(metric -> atTheEnd.containsKey(metric.key()));
            }
            return new Found(run, metrics, artifacts(folder.resolve(MlrunsLayout.ARTIFACTS), filesOf.apply(id), ours));
        } catch (IOException | JacksonException | IllegalArgumentException broken) {
            throw unreadable(folder, broken);
        }
    }

    private static Run run(
            String id,
            JsonNode meta,
            String experiment,
            Path folder,
            Map<String, String> tags,
            Optional<String> metricsJson)
            throws IOException {
        State state = MlrunsStatus.of(meta.path("status").asInt(0)).state();
        Instant started = Instant.ofEpochMilli(meta.path("start_time").asLong(0));
        long endMillis = meta.path("end_time").asLong(started.toEpochMilli());
        return new Run(
                id,
                MlflowTags.inputs(experiment, MlrunsLayout.texts(folder.resolve(MlrunsLayout.PARAMETERS)), tags),
                Optional.ofNullable(tags.get(MlflowTags.DATA_SHA256)),
                state,
                state == State.RUNNING || state == State.FAILED ? Optional.empty() : metricsJson,
                state == State.FAILED
                        ? Optional.of(tags.getOrDefault(MlflowTags.FAILURE, "MLflow does not say why"))
                        : Optional.empty(),
                started,
                state == State.RUNNING ? Optional.empty() : Optional.of(Instant.ofEpochMilli(endMillis)));
    }

    /** What another's run came to: each metric's last value. */
    private static Optional<String> lastValues(boolean ours, List<RunMetric> metrics) {
        Map<String, Double> last = new TreeMap<>();
        metrics.forEach(metric -> last.put(metric.key(), metric.value()));
        return Optional.of(ours ? "{}" : JSON.writeValueAsString(last));
    }

    /** Lines of moment, value and step; values that are not finite are left out. */
    private static List<RunMetric> metrics(Path folder) throws IOException {
        List<RunMetric> metrics = new ArrayList<>();
        for (Map.Entry<String, String> course : MlrunsLayout.texts(folder).entrySet()) {
            for (String line :
                    course.getValue().lines().filter(one -> !one.isBlank()).toList()) {
                String[] words = line.strip().split(" ", -1);
                double value = number(words[1]);
                if (Double.isFinite(value)) {
                    long step = words.length > 2 ? Long.parseLong(words[2]) : 0;
                    Instant at = Instant.ofEpochMilli(Long.parseLong(words[0]));
                    metrics.add(new RunMetric(course.getKey(), step, value, at));
                }
            }
        }
        return metrics;
    }

    /** Python writes nan and inf. */
    private static double number(String text) {
        return text.matches("-?(nan|inf)") ? Double.NaN : Double.parseDouble(text);
    }

    private static List<RunArtifact> artifacts(Path folder, Path kept, boolean ours) throws IOException {
        List<RunArtifact> artifacts = new ArrayList<>();
        for (Path file : MlrunsLayout.files(folder)) {
            String name = MlrunsLayout.name(folder, file);
            if (!(ours && name.equals(MlrunsLayout.METRICS))) {
                Path copy = MlrunsLayout.inside(kept, name);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                artifacts.add(RunArtifact.of(name, copy));
            }
        }
        return artifacts;
    }

    /** What lies in a folder that is an experiment or a run, and is not deleted. */
    private static List<Path> foldersWithMeta(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(one -> Files.isRegularFile(one.resolve(MlrunsLayout.META)))
                    .filter(one ->
                            meta(one).path("lifecycle_stage").asString("active").equals("active"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw unreadable(folder, unreadable);
        }
    }

    private static JsonNode meta(Path folder) {
        Path file = folder.resolve(MlrunsLayout.META);
        try {
            return YAML.readTree(file);
        } catch (JacksonException broken) {
            throw unreadable(file, broken);
        }
    }

    private static HearkenException unreadable(Path file, Exception why) {
        return new HearkenException(
                HearkenException.Kind.USER,
                "MLRUNS_UNREADABLE",
                "cannot read %s: %s".formatted(file, why.getMessage()),
                why);
    }
}
