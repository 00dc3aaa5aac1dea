package dev.hearken.core.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.Provenance;
import dev.hearken.core.model.Surrogate;
import dev.hearken.core.task.Label;
import dev.hearken.core.task.LabelSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class ExplainerTest {
    private static final int RATE = 16_000;
    private static final Label GOOD = new Label("good");

    /** Loudness speaks for "good" with a weight of 1, brightness against it with 0.5. */
    private static final Surrogate SURROGATE = new Surrogate(
            40,
            10,
            List.of(new Surrogate.Feature("rms", 0.1, 0.05), new Surrogate.Feature("spectral_centroid_hz", 900, 200)),
            List.of(
                    new Surrogate.Answer("good", 0.2, List.of(1.0, -0.5), 0.8),
                    new Surrogate.Answer("other", -0.2, List.of(-1.0, 0.5), 0.8)));

    @Test
    void anEffectIsTheDistanceFromTheAverageInDeviationsTimesTheWeight() {
        Explanation explanation = explain(SURROGATE, tone(500, 2 * RATE));

        assertThat(explanation.label()).isEqualTo(GOOD);
        assertThat(explanation.r2()).isEqualTo(0.8);
        assertThat(explanation.drivers()).extracting(Driver::feature).containsExactly("rms", "spectral_centroid_hz");
        Driver loudness = explanation.drivers().get(0);
        // 0.5 / sqrt(2), a little less at the edges.
        assertThat(loudness.value()).isCloseTo(0.35, within(0.01));
        assertThat(loudness.effect()).isCloseTo((loudness.value() - 0.1) / 0.05, within(1e-9));
        assertThat(loudness.words()).startsWith("louder than usual: root mean square 0.3");
        Driver brightness = explanation.drivers().get(1);
        assertThat(brightness.effect()).isPositive();
        assertThat(brightness.words()).startsWith("darker than usual");
    }

    @Test
    void onlyTheWindowTheModelListensToIsDescribed() {
        float[] quietThenLoud = new float[3 * RATE];
        System.arraycopy(tone(500, 2 * RATE).toArray(), 0, quietThenLoud, RATE, 2 * RATE);

        Driver whole = explain(SURROGATE, tone(500, 2 * RATE)).drivers().get(0);
        Driver windowed =
                explain(SURROGATE, Waveform.of(quietThenLoud, RATE)).drivers().get(0);

        assertThat(windowed.value()).isCloseTo(whole.value(), within(0.005));
    }

    @Test
    void theShortestClipIsDescribedToo() {
        assertThat(explain(SURROGATE, tone(500, 10)).strongest(1)).hasSize(1);
        assertThat(explain(SURROGATE, tone(500, 10)).strongest(7)).hasSize(2);
    }

    @Test
    void aModelFileKeepsItsExplanation() {
        ModelFile read = ModelFile.parse(model(SURROGATE).toBytes());

        assertThat(read.metadata().surrogate()).contains(SURROGATE);
        assertThat(read.metadata()
                        .withMetrics(JsonNodeFactory.instance.objectNode())
                        .surrogate())
                .contains(SURROGATE);
    }

    @Test
    void aModelWithoutAnExplanationHasNoExplainer() {
        assertThat(Explainer.of(plainModel())).isEmpty();
    }

    @Test
    void aFeatureThisVersionCannotMeasureIsNamed() {
        Surrogate newer = new Surrogate(
                1,
                1,
                List.of(new Surrogate.Feature("jitter", 1, 1)),
                List.of(
                        new Surrogate.Answer("good", 0, List.of(1.0), 0),
                        new Surrogate.Answer("other", 0, List.of(1.0), 0)));

        assertThatThrownBy(() -> Explainer.of(model(newer)))
                .isInstanceOf(HearkenException.class)
                .hasMessageContaining("'jitter'")
                .extracting(failure -> ((HearkenException) failure).code())
                .isEqualTo("EXPLANATION_UNKNOWN");
    }

    @Test
    void anExplanationOfOtherLabelsIsRefused() {
        Surrogate half =
                new Surrogate(40, 10, SURROGATE.features(), SURROGATE.answers().subList(0, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> model(half))
                .withMessageContaining("the explanation is of [good], the labels are [good, other]");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Surrogate.Feature("rms", 0, 0))
                .withMessageContaining("deviation 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Surrogate.Answer("good", 0, List.of(Double.NaN), 0))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Surrogate(
                        1, 1, SURROGATE.features(), List.of(new Surrogate.Answer("good", 0, List.of(1.0), 0))))
                .withMessageContaining("1 weights for 2 features");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Surrogate(
                        1,
                        1,
                        List.of(
                                SURROGATE.features().get(0),
                                SURROGATE.features().get(0)),
                        List.of()))
                .withMessageContaining("rms stands twice");
    }

    private static Explanation explain(Surrogate surrogate, Waveform clip) {
        try (Explainer explainer = Explainer.of(model(surrogate)).orElseThrow()) {
            return explainer.explain(clip, GOOD);
        }
    }

    private static Waveform tone(double hertz, int samples) {
        float[] tone = new float[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * (i + 0.5) / RATE));
        }
        return Waveform.of(tone, RATE);
    }

    private static ModelFile model(Surrogate surrogate) {
        return plainModel().withMetadata(plainModel().metadata().withSurrogate(surrogate));
    }

    private static ModelFile plainModel() {
        GraphBuilder graph = new GraphBuilder();
        String audio = graph.input("audio", "batch", "samples");
        graph.output(graph.node("Abs", List.of(audio)), "probabilities", "batch", "samples");
        return ModelFile.of(
                graph,
                new ModelMetadata(
                        "voices",
                        LabelSet.of("good", "other"),
                        RATE,
                        2 * RATE,
                        RATE / 10,
                        List.of(),
                        JsonNodeFactory.instance.objectNode(),
                        new Provenance("voices", Map.of(), 1, "", 0, Map.of(), "2026-01-01T00:00:00Z"),
                        List.of(new Licence("nothing", "CC0-1.0", "nobody"))));
    }
}
