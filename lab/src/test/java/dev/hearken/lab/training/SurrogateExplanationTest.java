package dev.hearken.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.Provenance;
import dev.hearken.core.model.Surrogate;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.training.SurrogateExplanation.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class SurrogateExplanationTest {
    private static final int RATE = 8_000;

    @Test
    void aModelThatIsLinearIsFoundOut() {
        Examples examples = linear(500, 1);

        Surrogate surrogate = SurrogateExplanation.fit(List.of("a", "b"), List.of("yes"), examples, linear(100, 2));

        // log-odds = 1 + 2 a - 3 b, with b four times as wide as a; the penalty takes a few percent.
        Surrogate.Answer yes = surrogate.answer("yes").orElseThrow();
        double a = surrogate.features().get(0).deviation();
        double b = surrogate.features().get(1).deviation();
        assertThat(yes.weights().get(0)).isCloseTo(2 * a, within(0.1 * a));
        assertThat(yes.weights().get(1)).isCloseTo(-3 * b, within(0.1 * b));
        assertThat(yes.r2()).isBetween(0.99, 1.0);
        assertThat(surrogate.clips()).isEqualTo(500);
        assertThat(surrogate.heldOutClips()).isEqualTo(100);
    }

    @Test
    void aModelThatAlwaysSaysTheSameHasNothingToExplain() {
        List<double[]> rows = linear(50, 3).features();
        List<double[]> same = rows.stream().map(row -> new double[] {4}).toList();
        Examples examples = new Examples(rows, same);

        Surrogate.Answer answer = SurrogateExplanation.fit(List.of("a", "b"), List.of("yes"), examples, examples)
                .answer("yes")
                .orElseThrow();

        assertThat(answer.r2()).isZero();
        assertThat(answer.intercept()).isCloseTo(4, within(1e-9));
        assertThat(answer.weights().get(0)).isCloseTo(0, within(1e-9));
    }

    @Test
    void aModelOfLoudnessIsExplainedByLoudness() {
        Surrogate surrogate = SurrogateExplanation.fit(loudness(), tones(120, 1), tones(40, 2));

        Surrogate.Answer loud = surrogate.answer("loud").orElseThrow();
        int rms = surrogate.features().stream()
                .map(Surrogate.Feature::name)
                .toList()
                .indexOf("rms");
        assertThat(loud.weights().get(rms)).isPositive();
        assertThat(loud.weights().stream().mapToDouble(Math::abs).max())
                .hasValue(loud.weights().get(rms));
        assertThat(loud.r2()).isGreaterThan(0.9);
        assertThat(surrogate.answer("quiet").orElseThrow().weights().get(rms)).isNegative();
    }

    @Test
    void withoutClipsHeldOutItCannotBeMeasured() {
        Examples none = new Examples(List.of(), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurrogateExplanation.fit(List.of("a", "b"), List.of("yes"), linear(5, 1), none))
                .withMessageContaining("measure");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurrogateExplanation.fit(List.of("a", "b"), List.of("yes"), none, linear(5, 1)));
    }

    private static Examples linear(int clips, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> features = new ArrayList<>();
        List<double[]> logOdds = new ArrayList<>();
        for (int i = 0; i < clips; i++) {
            double a = random.nextDouble(-1, 1);
            double b = random.nextDouble(-4, 4);
            features.add(new double[] {a, b});
            logOdds.add(new double[] {1 + 2 * a - 3 * b});
        }
        return new Examples(features, logOdds);
    }

    private static List<Waveform> tones(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Waveform> tones = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            double peak = random.nextDouble(0.1, 0.9);
            double hertz = random.nextDouble(200, 3000);
            float[] samples = new float[RATE / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (float) (peak * Math.sin(2 * Math.PI * hertz * i / RATE) + random.nextDouble(-0.01, 0.01));
            }
            tones.add(Waveform.of(samples, RATE));
        }
        return tones;
    }

    /** P(loud) = sigmoid(8 (mean of |samples| - 0.3)). */
    private static ModelFile loudness() {
        GraphBuilder graph = new GraphBuilder();
        String audio = graph.input("audio", "batch", "samples");
        String size = graph.node(
                "ReduceMean",
                List.of(graph.node("Abs", List.of(audio))),
                Attribute.ofInts("axes", 1),
                Attribute.of("keepdims", 1));
        String logit =
                graph.node("Mul", List.of(graph.node("Sub", List.of(size, graph.scalar(0.3f))), graph.scalar(8)));
        String loud = graph.node("Sigmoid", List.of(logit));
        String quiet = graph.node("Sub", List.of(graph.scalar(1), loud));
        graph.output(
                graph.node("Concat", List.of(loud, quiet), Attribute.of("axis", 1)), "probabilities", "batch", "2");
        return ModelFile.of(
                graph,
                new ModelMetadata(
                        "loudness",
                        LabelSet.of("loud", "quiet"),
                        RATE,
                        RATE / 2,
                        RATE / 10,
                        List.of(),
                        JsonNodeFactory.instance.objectNode(),
                        new Provenance("loudness", Map.of(), 1, "", 0, Map.of(), "2026-01-01T00:00:00Z"),
                        List.of(new Licence("nothing", "CC0-1.0", "nobody"))));
    }
}
