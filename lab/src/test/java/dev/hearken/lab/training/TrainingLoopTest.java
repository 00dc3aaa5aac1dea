package dev.hearken.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearken.core.HearkenException;
import dev.hearken.lab.network.Network;
import dev.hearken.lab.network.Ops;
import dev.hearken.lab.network.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLoopTest {
    private static final FeatureShape SHAPE = new FeatureShape(4, 3);
    private static final int EPOCHS = 6;

    @TempDir
    private Path folder;

    /** Two dense layers with dropout: small, yet with everything that draws at random. */
    private record Tiny() implements Network {
        @Override
        public <T> T logits(Ops<T> ops, T features) {
            T flat = ops.reshape(features, 0, -1);
            return ops.linear("output", ops.dropout(ops.relu(ops.linear("hidden", flat, 8)), 0.2f), 2);
        }
    }

    /** Label 1 where the features add up to more than nothing. */
    private record Sums() implements TrainingExamples {
        @Override
        public int batches() {
            return 5;
        }

        @Override
        public Iterator<Batch> epoch(int epoch) {
            List<Batch> batches = new ArrayList<>();
            for (int i = 0; i < batches(); i++) {
                batches.add(batch(new SplittableRandom(epoch * 100L + i)));
            }
            return batches.iterator();
        }

        static Batch batch(SplittableRandom random) {
            int size = 16;
            float[] features = new float[size * SHAPE.size()];
            float[] targets = new float[size * 2];
            for (int row = 0; row < size; row++) {
                double sum = 0;
                for (int i = 0; i < SHAPE.size(); i++) {
                    features[row * SHAPE.size() + i] = (float) random.nextDouble(-1, 1);
                    sum += features[row * SHAPE.size() + i];
                }
                targets[row * 2 + (sum > 0 ? 1 : 0)] = 1;
            }
            return new Batch(features, targets, size, SHAPE);
        }
    }

    private static final ValidationSet VALIDATION =
            new ValidationSet(List.of(Sums.batch(new SplittableRandom(1)), Sums.batch(new SplittableRandom(2))));

    @Test
    void theSameSeedGivesTheSameWeights() {
        assertSame(loop(3, Optional.empty()), loop(3, Optional.empty()));
    }

    @Test
    void anotherSeedGivesOtherWeights() {
        assertThat(loop(3, Optional.empty()).weights().values("hidden.weight"))
                .isNotEqualTo(loop(4, Optional.empty()).weights().values("hidden.weight"));
    }

    @Test
    void itLearnsWhatThereIsToLearn() {
        List<Progress> history = new ArrayList<>();
        new TrainingLoop(new Tiny(), settings(60, 0), 1, Optional.empty(), InstantSource.system())
                .train(SHAPE, new Sums(), VALIDATION, history::add, () -> false);

        assertThat(history.get(history.size() - 1).validationAccuracy()).isGreaterThan(0.9);
    }

    @Test
    void aRunTakenUpFromItsCheckpointEndsLikeOneThatWasNeverBroken() {
        Path checkpoint = folder.resolve("run.checkpoint");
        AtomicInteger finished = new AtomicInteger();
        new TrainingLoop(new Tiny(), settings(EPOCHS, 0), 3, Optional.of(checkpoint), InstantSource.system())
                .train(
                        SHAPE,
                        new Sums(),
                        VALIDATION,
                        progress -> finished.incrementAndGet(),
                        () -> finished.get() >= 2);
        assertThat(finished).hasValue(2);

        Trained resumed = loop(3, Optional.of(checkpoint));

        assertSame(resumed, loop(3, Optional.empty()));
        assertThat(resumed.epochs()).isEqualTo(EPOCHS);
    }

    @Test
    void aCheckpointThatIsNotWholeIsRefused() throws IOException {
        Path checkpoint = folder.resolve("run.checkpoint");
        loop(3, Optional.of(checkpoint));
        byte[] bytes = Files.readAllBytes(checkpoint);
        bytes[bytes.length / 2] ^= 1;
        Files.write(checkpoint, bytes);

        assertThatThrownBy(() -> loop(3, Optional.of(checkpoint)))
                .isInstanceOf(HearkenException.class)
                .hasMessageContaining("checksum")
                .extracting(failure -> ((HearkenException) failure).code())
                .isEqualTo("CHECKPOINT_CORRUPT");
    }

    @Test
    void trainingEndsWhenTheValidationLossHasStoppedFalling() {
        Trained trained = new TrainingLoop(new Tiny(), settings(500, 3), 1, Optional.empty(), InstantSource.system())
                .train(SHAPE, new Sums(), VALIDATION, progress -> {}, () -> false);

        assertThat(trained.epochs()).isLessThan(500);
        assertThat(trained.epochs() - trained.bestEpoch()).isEqualTo(3);
    }

    @Test
    void gradientsThatStayInfiniteAreAnErrorWithAName() {
        TrainingExamples infinite = new TrainingExamples() {
            @Override
            public int batches() {
                return 30;
            }

            @Override
            public Iterator<Batch> epoch(int epoch) {
                float[] features = new float[SHAPE.size()];
                features[0] = Float.POSITIVE_INFINITY;
                Batch batch = new Batch(features, new float[] {1, 0}, 1, SHAPE);
                return Collections.nCopies(batches(), batch).iterator();
            }
        };

        assertThatThrownBy(
                        () -> new TrainingLoop(new Tiny(), settings(1, 0), 1, Optional.empty(), InstantSource.system())
                                .train(SHAPE, infinite, VALIDATION, progress -> {}, () -> false))
                .isInstanceOf(HearkenException.class)
                .extracting(failure -> ((HearkenException) failure).code())
                .isEqualTo("TRAINING_DIVERGED");
    }

    private static Trained loop(long seed, Optional<Path> checkpoint) {
        return new TrainingLoop(new Tiny(), settings(EPOCHS, 0), seed, checkpoint, InstantSource.system())
                .train(SHAPE, new Sums(), VALIDATION, progress -> {}, () -> false);
    }

    private static TrainingSettings settings(int epochs, int patience) {
        return new TrainingSettings(epochs, 16, 0.02, 0.01, "cosine", 0.1, 0.5, 5, patience, 0, 0, false, 5, 0);
    }

    private static void assertSame(Trained left, Trained right) {
        Weights expected = right.weights();
        left.weights()
                .forEach((parameter, values) ->
                        assertThat(values).as(parameter.name()).isEqualTo(expected.values(parameter.name())));
        assertThat(left.bestEpoch()).isEqualTo(right.bestEpoch());
    }
}
