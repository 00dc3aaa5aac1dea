package dev.hearken.cli;

import dev.hearken.lab.dataset.Protocol;
import dev.hearken.store.runs.RunArtifact;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the trials of a sweep came to, the best first.
 *
 * @param sweep the run they are trials of
 * @param base what they had in common
 * @param trials by accuracy on the validation part, then by how likely they held the right answers; the failed ones last
 */
record SweepResult(String sweep, RecordedTraining.Request base, List<Trial> trials) {
    SweepResult {
        trials = List.copyOf(trials);
    }

    /**
     * A trial that has ended.
     *
     * @param settings what it changed
     * @param recorded its record, if it got far enough to have one
     * @param failure why it has no figures
     */
    record Trial(List<String> settings, Optional<RecordedRun> recorded, Optional<String> failure) {
        static Trial of(List<String> settings, RecordedRun recorded) {
            return new Trial(settings, Optional.of(recorded), recorded.run().failure());
        }

        static Trial failed(List<String> settings, String reason) {
            return new Trial(settings, Optional.empty(), Optional.of(reason));
        }

        /** One of its figures; NaN if it has none. */
        double figure(String name) {
            return recorded.map(run -> run.figures().get(name)).orElse(Double.NaN);
        }

        Optional<Path> model() {
            return recorded.flatMap(run -> run.artifacts().stream()
                    .filter(artifact -> artifact.name().equals(RecordedTraining.MODEL))
                    .map(RunArtifact::file)
                    .findFirst());
        }

        String inWords() {
            String how = failure.map(why -> "failed: " + why)
                    .orElseGet(() -> "%.2f %% (%.0f/%.0f), 95 %% CI %.1f-%.1f  %d s  run %s"
                            .formatted(
                                    100 * figure("accuracy"),
                                    figure("correct"),
                                    figure("n"),
                                    100 * figure("accuracy_ci95_low"),
                                    100 * figure("accuracy_ci95_high"),
                                    seconds(),
                                    recorded.map(one -> one.run().id()).orElse("")));
            return how + "  " + String.join(" ", settings);
        }

        Map<String, Object> properties() {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("settings", settings);
            recorded.ifPresent(one -> properties.put("run", one.run().id()));
            failure.ifPresent(why -> properties.put("failure", why));
            if (failure.isEmpty()) {
                properties.put("n", (long) figure("n"));
                properties.put("correct", (long) figure("correct"));
                properties.put("accuracy", figure("accuracy"));
                properties.put("accuracy_ci95", List.of(figure("accuracy_ci95_low"), figure("accuracy_ci95_high")));
                properties.put("negative_log_likelihood", figure("negative_log_likelihood"));
                properties.put("seconds", seconds());
            }
            return properties;
        }

        private long seconds() {
            return recorded.map(one -> Duration.between(
                                    one.run().startedAt(),
                                    one.run().endedAt().orElse(one.run().startedAt()))
                            .toSeconds())
                    .orElse(0L);
        }
    }

    static SweepResult ranked(String sweep, RecordedTraining.Request base, List<Trial> trials) {
        List<Trial> ranked = new ArrayList<>(trials);
        ranked.sort(Comparator.comparing((Trial trial) -> trial.failure().isPresent())
                .thenComparing(trial -> -trial.figure("accuracy"))
                .thenComparing(trial -> trial.figure("negative_log_likelihood")));
        return new SweepResult(sweep, base, ranked);
    }

    /** The first, if it did not fail. */
    Optional<Trial> best() {
        return trials.stream().filter(trial -> trial.failure().isEmpty()).findFirst();
    }

    /** What the sweep's own record says of its outcome. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("trials", trials.size());
        figures.put(
                "failed",
                trials.stream().filter(trial -> trial.failure().isPresent()).count());
        best().ifPresent(best -> figures.putAll(best.properties()));
        return figures;
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("recipe", base.recipe().name());
        properties.put("sweep", sweep);
        properties.put("ranked_by", "accuracy");
        properties.put("part", "validation");
        base.protocol().ifPresent(protocol -> properties.put("protocol", protocol.word()));
        properties.put("trials", trials.stream().map(Trial::properties).toList());
        return properties;
    }

    List<String> inWords() {
        List<String> lines = new ArrayList<>();
        lines.add("sweep %s: %d trials by accuracy on the validation part%s"
                .formatted(
                        sweep,
                        trials.size(),
                        base.protocol().map(p -> " of " + p.word()).orElse("")));
        for (int i = 0; i < trials.size(); i++) {
            lines.add("%3d  %s".formatted(i + 1, trials.get(i).inWords()));
        }
        best().ifPresent(best -> {
            lines.add(
                    "The best was chosen on these very clips, so its figure flatters it. On clips no choice was made on:");
            lines.add("  hearken evaluate %s --data %s%s --protocol %s %s"
                    .formatted(
                            base.recipe().name(),
                            base.data().path(),
                            base.data()
                                    .grouping()
                                    .pattern()
                                    .map(regex -> " --group-pattern '%s'".formatted(regex))
                                    .orElse(""),
                            base.protocol().map(Protocol::word).orElse("hold-out"),
                            String.join(" ", best.settings())));
            best.model().ifPresent(file -> lines.add("Its model: " + file));
        });
        return lines;
    }
}
