package dev.hearken.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearken.lab.network.Crnn;
import dev.hearken.lab.network.Network;
import dev.hearken.lab.network.Parameter;
import dev.hearken.lab.network.ParameterDeclarations;
import dev.hearken.lab.network.Weights;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A network with everything that moves: kernels under weight decay, running statistics, a recurrent layer. */
class FineTuningTest {
    private static final FeatureShape SHAPE = new FeatureShape(16, 16);
    private static final Network NETWORK = new Crnn(2, 0.1f);

    private final Weights start = Weights.initial(
            ParameterDeclarations.of(NETWORK, SHAPE.frames(), SHAPE.channels()), new SplittableRandom(1));

    @Test
    void whatIsFrozenDoesNotMove() {
        start.freeze("conv1");
        start.freeze("gru");

        Weights trained = train(start, LayerRates.equal());

        trained.forEach((parameter, values) -> {
            if (parameter.isPartOf("conv1") || parameter.isPartOf("gru")) {
                assertThat(values).as(parameter.name()).isEqualTo(start.values(parameter.name()));
            }
        });
        for (String free : List.of("conv2.weight", "conv2.norm.mean", "conv2.norm.variance", "output.bias")) {
            assertThat(trained.values(free)).as(free).isNotEqualTo(start.values(free));
        }
    }

    @Test
    void theStartItselfIsLeftAlone() {
        Weights before = start.copy();

        train(start, LayerRates.equal());

        start.forEach((parameter, values) -> assertThat(values).isEqualTo(before.values(parameter.name())));
    }

    @Test
    void aLayerWithASmallRateMovesLess() {
        Weights even = train(start, LayerRates.equal());
        Weights slow = train(start, new LayerRates(Map.of("conv2", 0.01)));

        assertThat(distance(slow, "conv2.weight")).isLessThan(distance(even, "conv2.weight") / 20);
        assertThat(distance(slow, "conv3.weight")).isGreaterThan(distance(even, "conv3.weight") / 2);
    }

    @Test
    void theLongestNameDecidesTheRate() {
        LayerRates rates = new LayerRates(Map.of("stage1", 0.1, "stage1.block2", 0.5));

        assertThat(rates.factor(parameter("stage1.block2.carry.weight"))).isEqualTo(0.5);
        assertThat(rates.factor(parameter("stage1.block1.carry.weight"))).isEqualTo(0.1);
        assertThat(rates.factor(parameter("stage10.weight"))).isEqualTo(1);
    }

    @Test
    void impossibleWishesAreRefusedWithTheirReason() {
        assertThatThrownBy(() -> start.freeze("conv")).hasMessageContaining("no layer 'conv'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LayerRates(Map.of("gru", 0.0)))
                .withMessageContaining("gru")
                .withMessageContaining("0.0");
        List.copyOf(start.names()).forEach(start::freeze);
        assertThatThrownBy(() -> train(start, LayerRates.equal())).hasMessageContaining("every layer is frozen");
    }

    private static Parameter parameter(String name) {
        return new Parameter(name, List.of(1L), Parameter.Start.ZEROS, 1);
    }

    private double distance(Weights trained, String name) {
        float[] from = start.values(name);
        float[] to = trained.values(name);
        double sum = 0;
        for (int i = 0; i < from.length; i++) {
            sum += Math.pow(to[i] - from[i], 2);
        }
        return Math.sqrt(sum);
    }

    private static Weights train(Weights start, LayerRates rates) {
        TrainingSettings settings = new TrainingSettings(2, 8, 0.01, 0.1, "cosine", 0.1, 0.5, 5, 0, 0, 0, false, 5, 0);
        TrainingLoop loop = new TrainingLoop(NETWORK, settings, 1, Optional.empty(), InstantSource.system());
        ValidationSet validation = new ValidationSet(List.of(batch(99)));
        return loop.train(start, rates, new FewBatches(), validation, progress -> {}, () -> false)
                .weights();
    }

    private record FewBatches() implements TrainingExamples {
        @Override
        public int batches() {
            return 3;
        }

        @Override
        public Iterator<Batch> epoch(int epoch) {
            return List.of(batch(epoch), batch(epoch + 10), batch(epoch + 20)).iterator();
        }
    }

    private static Batch batch(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 8;
        float[] features = new float[size * SHAPE.size()];
        float[] targets = new float[size * 2];
        for (int row = 0; row < size; row++) {
            int label = row % 2;
            targets[row * 2 + label] = 1;
            for (int i = 0; i < SHAPE.size(); i++) {
                features[row * SHAPE.size() + i] = (float) (random.nextDouble(-1, 1) + label);
            }
        }
        return new Batch(features, targets, size, SHAPE);
    }
}
