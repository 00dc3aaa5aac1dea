package dev.hearken.lab.tracking;

import dev.hearken.store.runs.RunInputs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What MLflow is told of a run besides parameters and metrics, as tags; and such tags understood again. */
final class MlflowTags {
    /** The run's id in Hearken. */
    static final String RUN = "hearken.run";

    static final String DATA_SHA256 = "hearken.data_sha256";
    static final String FAILURE = "hearken.failure";

    /** MLflow's own: under which run the page shows this one. */
    static final String PARENT_IN_MLFLOW = "mlflow.parentRunId";

    private static final String RECIPE = "hearken.recipe";
    private static final String PROJECT = "hearken.project";
    private static final String PARENT = "hearken.parent";
    private static final String DATA = "hearken.data";
    private static final String GROUP_PATTERN = "hearken.group_pattern";
    private static final String PROTOCOL = "hearken.protocol";
    private static final String COMMAND = "hearken.command";
    private static final String VERSION = "hearken.version.";

    private static final JsonMapper JSON = new JsonMapper();

    private MlflowTags() {}

    /** The tags of a run that begins. */
    static Map<String, String> of(String run, RunInputs inputs) {
        Map<String, String> tags = new TreeMap<>();
        tags.put(RUN, run);
        tags.put(RECIPE, inputs.recipe());
        tags.put(COMMAND, JSON.writeValueAsString(inputs.command()));
        inputs.project().ifPresent(project -> tags.put(PROJECT, project));
        inputs.parent().ifPresent(parent -> tags.put(PARENT, parent));
        inputs.dataFolder().ifPresent(folder -> tags.put(DATA, folder));
        inputs.groupPattern().ifPresent(pattern -> tags.put(GROUP_PATTERN, pattern));
        inputs.protocol().ifPresent(word -> tags.put(PROTOCOL, word));
        inputs.versions().forEach((what, which) -> tags.put(VERSION + what, which));
        tags.put("mlflow.runName", inputs.recipe() + "-" + run.substring(0, 8));
        tags.put("mlflow.source.name", "hearken " + String.join(" ", inputs.command()));
        tags.put("mlflow.source.type", "LOCAL");
        return tags;
    }

    /**
     * What a run was asked, as far as its tags say. The project is left behind: it may not be here, or be another.
     *
     * @param experiment the recipe of a run that Hearken did not make
     */
    static RunInputs inputs(String experiment, Map<String, String> parameters, Map<String, String> tags) {
        Map<String, String> versions = new TreeMap<>();
        tags.forEach((name, value) -> {
            if (name.startsWith(VERSION)) {
                versions.put(name.substring(VERSION.length()), value);
            }
        });
        Optional<String> parentInMlflow =
                Optional.ofNullable(tags.get(PARENT_IN_MLFLOW)).map(MlrunsLayout::runId);
        return new RunInputs(
                tags.getOrDefault(RECIPE, experiment),
                Optional.empty(),
                Optional.ofNullable(tags.get(PARENT)).or(() -> parentInMlflow),
                parameters,
                Optional.ofNullable(tags.get(DATA)),
                Optional.ofNullable(tags.get(GROUP_PATTERN)),
                Optional.ofNullable(tags.get(PROTOCOL)),
                tags.containsKey(COMMAND) ? words(tags.get(COMMAND)) : List.of(),
                versions);
    }

    private static List<String> words(String json) {
        return JSON.readValue(json, new TypeReference<List<String>>() {});
    }
}
