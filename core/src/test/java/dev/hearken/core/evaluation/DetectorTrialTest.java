package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.model.DetectionRule;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.OperatingPoint;
import dev.hearken.core.model.Provenance;
import dev.hearken.core.streaming.DetectorPool;
import dev.hearken.core.task.Label;
import dev.hearken.core.task.LabelSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** With a model whose probability of {@code loud} is the mean of 100 samples at 1,000 Hz, each 100 samples. */
class DetectorTrialTest {
    private static final int RATE = 1_000;
    private static final Label LOUD = new Label("loud");
    private static final DetectionRule RULE = new DetectionRule(1, 300, 100);

    private static DetectorPool pool;

    @BeforeAll
    static void open() {
        pool = DetectorPool.open(meanModel());
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void anEventIsHeardFromItsStartToHalfASecondBehindIt() {
        EventScores event = trial(Optional.empty()).event(levels(0.5, 0.25, 0), 1);

        assertThat(event.probabilities()).containsExactly(0.5f, 0.25f, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void latencyCountsFromTheEndOfWhatWasSaid() {
        // Said until 0.2 s, then silence; at 0.25 it is detected with the second hop, at 0.5 with the first.
        EventScores event = trial(Optional.empty()).event(levels(0.25, 0.5, 0, 0), 1);

        assertThat(event.latencySeconds(RULE, 0.5).orElseThrow()).isCloseTo(0, within(0.04));
        assertThat(event.latencySeconds(RULE, 0.25).orElseThrow()).isCloseTo(-0.1, within(0.04));
        assertThat(event.latencySeconds(RULE, 0.51)).isEmpty();
    }

    @Test
    void noiseLiesUnderTheWholeEvent() {
        NoiseBed bed = new NoiseBed(List.of(levels(1, 1, 1, 1, 1, 1, 1, 1, 1, 1)), RATE, 0);

        EventScores event = trial(Optional.of(bed)).event(levels(0.25), 1);

        assertThat(event.probabilities())
                .containsExactly(new float[] {0.5f, 0.25f, 0.25f, 0.25f, 0.25f, 0.25f}, within(1e-6f));
    }

    @Test
    void aStreamIsHeardToItsEndAndSilenceBehind() {
        assertThat(trial(Optional.empty()).probabilities(levels(0.5, 0, 0.25)))
                .containsExactly(0.5f, 0, 0.25f, 0, 0, 0, 0, 0);
    }

    @Test
    void theReportTellsWhatWantedFalseAlarmsCostAndWhatTheModelPromised() {
        DetectorTrial trial = trial(Optional.empty());
        DetectionScores scores = new DetectionScores(RULE, 100);
        List<EventScores> events = List.of(trial.event(levels(0.75), 1), trial.event(levels(0.25), 1));
        events.forEach(event -> scores.addPositive(event.probabilities()));
        scores.addNegative(trial.probabilities(levels(0.5, 0, 0, 0, 0.125)), 3_600);

        DetectionReport report = DetectionReport.of(
                LOUD, scores, events, RULE, meanModel().metadata().operatingPoints(), List.of(0.5, 1.0));
        ObjectNode json = report.toJson();

        assertThat(json.propertyNames())
                .containsExactly(
                        "label", "events", "hours", "points", "operating_points", "latency_s", "latency_at_fah");
        assertThat(json.get("events").asInt()).isEqualTo(2);
        assertThat(json.get("hours").asDouble()).isEqualTo(1);
        // No alarm is allowed in half an hour's measure of one: above 0.5, one of two missed. One is allowed: above
        // 0.125.
        assertThat(json.get("points").get(0).get("frr").asDouble()).isEqualTo(0.5);
        assertThat(json.get("points").get(0).get("false_alarms").asInt()).isZero();
        assertThat(json.get("points").get(1).get("fah").asDouble()).isEqualTo(1);
        assertThat(json.get("points").get(1).get("frr").asDouble()).isZero();
        assertThat(json.get("points").get(1).get("false_alarms").asInt()).isEqualTo(1);
        assertThat(json.get("points").get(1).get("frr_ci95").get(1).asDouble()).isCloseTo(0.6576, within(1e-4));
        // The model's own 0.4 was said to cost none.
        assertThat(json.get("operating_points").get(0).get("fah").asDouble()).isZero();
        assertThat(json.get("operating_points").get(0).get("false_alarms").asInt())
                .isEqualTo(1);
        assertThat(report.toText())
                .contains("at most 0.5 FAH: FRR 50.0 % (1/2) at 0.00 FAH (0 in 1.0 h)")
                .contains(
                        "the model's own threshold, said to cost 0.00 FAH: FRR 50.0 % (1/2) at 1.00 FAH (1 in 1.0 h)");
    }

    @Test
    void aLabelTheModelDoesNotHaveCannotBeTried() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DetectorTrial(pool, new Label("silent"), Optional.empty()));
    }

    private static DetectorTrial trial(Optional<NoiseBed> noise) {
        return new DetectorTrial(pool, LOUD, noise);
    }

    private static Waveform levels(double... levels) {
        float[] samples = new float[levels.length * 100];
        for (int i = 0; i < levels.length; i++) {
            Arrays.fill(samples, i * 100, (i + 1) * 100, (float) levels[i]);
        }
        return Waveform.of(samples, RATE);
    }

    private static ModelFile meanModel() {
        GraphBuilder graph = new GraphBuilder();
        String audio = graph.input("audio", "batch", "samples");
        String mean =
                graph.node("ReduceMean", List.of(audio), Attribute.ofInts("axes", 1), Attribute.of("keepdims", 1));
        String rest = graph.node("Sub", List.of(graph.scalar(1), mean));
        graph.output(graph.node("Concat", List.of(mean, rest), Attribute.of("axis", 1)), "probabilities", "batch", "2");
        return ModelFile.of(
                graph,
                new ModelMetadata(
                                "levels",
                                LabelSet.of("loud", "_background_"),
                                RATE,
                                100,
                                100,
                                List.of(),
                                JsonNodeFactory.instance.objectNode(),
                                new Provenance("levels", Map.of(), 0, "", 0, Map.of(), "2026-01-01T00:00:00Z"),
                                List.of())
                        .withDetection(RULE, List.of(new OperatingPoint("loud", 0.4, 0, 10, 0, 2))));
    }
}
