package dev.hearken.lab.phrase;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.evaluation.Proportion;
import dev.hearken.core.model.DetectionRule;
import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.OperatingPoint;
import dev.hearken.core.model.Provenance;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.export.DetectorExport;
import dev.hearken.lab.phonetics.SpokenPhrase;
import dev.hearken.lab.training.DetectorScoring;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a judged head as a model file that says what it costs. */
record PhraseExport(SpokenPhrase phrase, PhraseSettings settings, DetectionRule rule, Instant now) {
    /** What is not the phrase; never reported. */
    static final String BACKGROUND = "_background_";

    private static final double[] POINTS = {0.1, 0.5, 1, 2};
    private static final int PROBES = 3;

    ModelFile export(DetectorScoring scoring, Judgement judgement, Script script, Background background) {
        int window = Ear.samples(scoring.head().window());
        List<Licence> licences = Stream.concat(script.licences().stream(), background.credits().stream())
                .distinct()
                .toList();
        ModelMetadata metadata = new ModelMetadata(
                        PhraseTraining.TASK,
                        LabelSet.ofNames(List.of(phrase.text(), BACKGROUND)),
                        Ear.RATE_HZ,
                        window,
                        Ear.HOP_SAMPLES,
                        List.of(),
                        figures(judgement, background),
                        provenance(script),
                        licences)
                .withDetection(rule, points(judgement));
        List<Waveform> probes = script.phrase().subList(0, PROBES).stream()
                .map(clip -> clip.sound().window(-window, clip.sound().length() + window / 4))
                .toList();
        return DetectorExport.export(
                Ear.EMBEDDING, scoring.head(), scoring.weights(), judgement.offset(), metadata, probes);
    }

    /** The wanted one first, for it is the one that is used. */
    private List<OperatingPoint> points(Judgement judgement) {
        List<OperatingPoint> points = new ArrayList<>();
        points.add(judgement.wanted().toOperatingPoint(phrase.text()));
        for (double falseAlarms : POINTS) {
            if (falseAlarms != settings.falseAlarmsPerHour()) {
                points.add(judgement.at(falseAlarms).toOperatingPoint(phrase.text()));
            }
        }
        return points;
    }

    private ObjectNode figures(Judgement judgement, Background background) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("false_alarms_per_hour", settings.falseAlarmsPerHour());
        figures.put("negative_hours", background.cleanHours());
        figures.set("missed_by_unheard_voices", share(judgement.wanted().missed()));
        figures.set(
                "missed_by_unheard_voices_at_10_db",
                share(judgement.wantedInNoise().missed()));
        judgement.wantedNearMisses().ifPresent(fired -> figures.set("near_misses_that_fire", share(fired)));
        return figures;
    }

    private static ObjectNode share(Proportion proportion) {
        ObjectNode share = JsonNodeFactory.instance.objectNode();
        share.put("count", proportion.successes());
        share.put("of", proportion.trials());
        return share;
    }

    private Provenance provenance(Script script) {
        Map<String, String> resolved = new TreeMap<>(settings.byName());
        resolved.put("phrase", phrase.text());
        resolved.put("backbone", Ear.EMBEDDING.weights().digest());
        return new Provenance(
                PhraseTraining.TASK,
                resolved,
                settings.seed(),
                SoundDigest.of(script.phrase()),
                script.phrase().size() + script.talk().size(),
                Map.of("java", Runtime.version().toString()),
                now.toString());
    }
}
