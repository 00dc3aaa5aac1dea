package dev.hearken.lab.tracking;

import dev.hearken.store.runs.Run;
import dev.hearken.store.runs.RunArtifact;
import dev.hearken.store.runs.RunMetric;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Writes runs into a folder that {@code mlflow ui --backend-store-uri DIR} opens; one that is there already is written anew. */
public final class MlrunsWriter {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** Ten to the 17th: MLflow's own experiment ids have 18 digits. */
    private static final long FIRST_ID = 100_000_000_000_000_000L;

    private final Path root;

    /** Into this folder, which is made if need be. */
    public MlrunsWriter(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * Writes a run.
     *
     * @return the artifacts that were left out, since they are gone or have changed
     * @throws IOException if the folder cannot be written to
     */
    public List<RunArtifact> write(Run run, List<RunMetric> metrics, List<RunArtifact> artifacts) throws IOException {
        Path experiment = experiment(run);
        Path folder = Files.createDirectories(experiment.resolve(MlrunsLayout.mlflowId(run.id())));
        for (String part :
                List.of(MlrunsLayout.PARAMETERS, MlrunsLayout.MEASURED, MlrunsLayout.TAGS, MlrunsLayout.ARTIFACTS)) {
            Files.createDirectories(folder.resolve(part));
        }
        writeEach(folder.resolve(MlrunsLayout.PARAMETERS), run.inputs().parameters());
        writeEach(folder.resolve(MlrunsLayout.TAGS), tags(run));
        writeEach(folder.resolve(MlrunsLayout.MEASURED), courses(run, metrics));
        List<RunArtifact> gone = copy(artifacts, folder.resolve(MlrunsLayout.ARTIFACTS));
        if (run.metricsJson().isPresent()) {
            Files.writeString(
                    folder.resolve(MlrunsLayout.ARTIFACTS).resolve(MlrunsLayout.METRICS),
                    run.metricsJson().get());
        }
        YAML.writeValue(folder.resolve(MlrunsLayout.META), meta(run, experiment, folder));
        return gone;
    }

    /** The folder of the experiment that is named as the run's recipe. */
    private Path experiment(Run run) throws IOException {
        String name = run.inputs().recipe();
        Optional<Path> present = experimentNamed(name);
        if (present.isPresent()) {
            return present.get();
        }
        long hash =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
        String id = Long.toString(FIRST_ID + Math.floorMod(hash, 9 * FIRST_ID));
        Path folder = Files.createDirectories(root.resolve(id));
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("artifact_location", folder.toUri().toString());
        meta.put("creation_time", run.startedAt().toEpochMilli());
        meta.put("experiment_id", id);
        meta.put("last_update_time", run.startedAt().toEpochMilli());
        meta.put("lifecycle_stage", "active");
        meta.put("name", name);
        YAML.writeValue(folder.resolve(MlrunsLayout.META), meta);
        return folder;
    }

    private Optional<Path> experimentNamed(String name) throws IOException {
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.sorted().toList()) {
                Path meta = folder.resolve(MlrunsLayout.META);
                if (Files.isRegularFile(meta)) {
                    JsonNode experiment = YAML.readTree(meta);
                    if (experiment.path("name").asString("").equals(name)) {
                        return Optional.of(folder);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, Object> meta(Run run, Path experiment, Path folder) {
        String id = MlrunsLayout.mlflowId(run.id());
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("artifact_uri", folder.resolve(MlrunsLayout.ARTIFACTS).toUri().toString());
        meta.put("end_time", run.endedAt().map(Instant::toEpochMilli).orElse(null));
        meta.put("entry_point_name", "");
        meta.put("experiment_id", experiment.getFileName().toString());
        meta.put("lifecycle_stage", "active");
        meta.put("run_id", id);
        meta.put("run_name", run.inputs().recipe() + "-" + id.substring(0, 8));
        meta.put("run_uuid", id);
        meta.put("source_name", "");
        meta.put("source_type", 4);
        meta.put("source_version", "");
        meta.put("start_time", run.startedAt().toEpochMilli());
        meta.put("status", MlrunsStatus.of(run.state()).number());
        meta.put("tags", List.of());
        meta.put("user_id", "");
        return meta;
    }

    private static Map<String, String> tags(Run run) {
        Map<String, String> tags = new TreeMap<>(MlflowTags.of(run.id(), run.inputs()));
        run.dataSha256().ifPresent(digest -> tags.put(MlflowTags.DATA_SHA256, digest));
        run.failure().ifPresent(reason -> tags.put(MlflowTags.FAILURE, reason));
        run.inputs().parent().ifPresent(parent -> tags.put(MlflowTags.PARENT_IN_MLFLOW, MlrunsLayout.mlflowId(parent)));
        return tags;
    }

    /** Each metric's lines of moment, value and step; the final figures among them, at step 0. */
    private static Map<String, String> courses(Run run, List<RunMetric> metrics) {
        List<RunMetric> all = new ArrayList<>(metrics);
        Instant end = run.endedAt().orElse(run.startedAt());
        run.figures().forEach((key, value) -> {
            if (Double.isFinite(value)) {
                all.add(new RunMetric(key, 0, value, end));
            }
        });
        return all.stream()
                .collect(Collectors.groupingBy(
                        RunMetric::key,
                        TreeMap::new,
                        Collectors.mapping(
                                metric -> "%d %s %d\n"
                                        .formatted(metric.at().toEpochMilli(), metric.value(), metric.step()),
                                Collectors.joining())));
    }

    private static void writeEach(Path folder, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = MlrunsLayout.inside(folder, text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
    }

    private static List<RunArtifact> copy(List<RunArtifact> artifacts, Path folder) throws IOException {
        List<RunArtifact> gone = new ArrayList<>();
        for (RunArtifact artifact : artifacts) {
            Path target = MlrunsLayout.inside(folder, artifact.name());
            if (artifact.isWhole()) {
                Files.createDirectories(target.getParent());
                Files.copy(artifact.file(), target, StandardCopyOption.REPLACE_EXISTING);
            } else {
                gone.add(artifact);
            }
        }
        return gone;
    }
}
