package dev.hearken.cli;

import dev.hearken.store.runs.Run;
import dev.hearken.store.runs.RunArtifact;
import dev.hearken.store.runs.RunLog;
import dev.hearken.store.runs.RunMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A run with all that was recorded of it. */
record RecordedRun(Run run, List<RunMetric> metrics, List<RunArtifact> artifacts) {
    /** A value at a step. */
    record Point(long step, double value) {}

    static RecordedRun of(RunLog runs, Run run) {
        return new RecordedRun(run, runs.metrics(run.id()), runs.artifacts(run.id()));
    }

    /** Everything but the course of the metrics. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("run", run.id());
        properties.put("recipe", run.inputs().recipe());
        properties.put("state", run.state().name().toLowerCase(Locale.ROOT));
        properties.put("started_at", run.startedAt().toString());
        run.endedAt().ifPresent(at -> properties.put("ended_at", at.toString()));
        run.failure().ifPresent(why -> properties.put("failure", why));
        run.inputs().project().ifPresent(project -> properties.put("project", project));
        run.inputs().parent().ifPresent(parent -> properties.put("parent", parent));
        run.inputs().dataFolder().ifPresent(folder -> properties.put("data", folder));
        run.inputs().groupPattern().ifPresent(pattern -> properties.put("group_pattern", pattern));
        run.dataSha256().ifPresent(digest -> properties.put("data_sha256", digest));
        run.inputs().protocol().ifPresent(word -> properties.put("protocol", word));
        properties.put("command", String.join(" ", run.inputs().command()));
        properties.put("versions", new TreeMap<>(run.inputs().versions()));
        properties.put("parameters", new TreeMap<>(run.inputs().parameters()));
        properties.put("figures", figures());
        properties.put(
                "artifacts", artifacts.stream().map(RecordedRun::properties).toList());
        return properties;
    }

    /** The final figures, and the last value of what was measured on the way. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new TreeMap<>();
        metrics.forEach(metric -> figures.put("last." + metric.key(), metric.value()));
        figures.putAll(run.figures());
        return figures;
    }

    /** The values of each metric by its steps, in order. */
    Map<String, List<Point>> history() {
        Map<String, List<Point>> history = new TreeMap<>();
        metrics.forEach(metric -> history.computeIfAbsent(metric.key(), key -> new ArrayList<>())
                .add(new Point(metric.step(), metric.value())));
        return history;
    }

    private static Map<String, Object> properties(RunArtifact artifact) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", artifact.name());
        properties.put("file", artifact.file().toString());
        properties.put("sha256", artifact.sha256());
        properties.put("size_bytes", artifact.sizeBytes());
        return properties;
    }
}
