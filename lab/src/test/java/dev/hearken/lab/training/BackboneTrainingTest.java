package dev.hearken.lab.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.SpeechEmbedding;
import dev.hearken.core.features.SpeechEmbeddingWeights;
import dev.hearken.lab.augmentation.Augmentation;
import dev.hearken.lab.augmentation.AugmentationChain;
import dev.hearken.lab.augmentation.Gain;
import dev.hearken.lab.augmentation.Noise;
import dev.hearken.lab.augmentation.NoiseAtSnr;
import dev.hearken.lab.augmentation.Range;
import dev.hearken.lab.network.SpeechBackbone;
import dev.hearken.lab.network.Weights;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackboneTrainingTest {
    private static final int STEPS = 6;
    private static final BackboneSettings SETTINGS =
            new BackboneSettings(STEPS, 2, 16_000, 1e-4, 0, 1e-2, 1, 1, 0.25, 2);
    private static final SpeechBackbone BACKBONE =
            SpeechBackbone.of(SpeechEmbeddingWeights.released(), SpeechEmbedding.SOUND_LAYERS);
    private static final FrozenEmbedding TEACHER = new FrozenEmbedding(SpeechEmbeddingWeights.released());
    private static final Augmentation HISS = new NoiseAtSnr(Noise.Colour.WHITE, new Range(0, 10));

    @TempDir
    private Path folder;

    @AfterAll
    static void closeTheTeacher() {
        TEACHER.close();
    }

    /** A second and a half of a buzzing voice that glides, another for each seed. */
    private static EmbeddedClip glide(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double from = random.nextDouble(90, 300);
        double slope = random.nextDouble(-40, 80);
        float[] samples = new float[24_000];
        double phase = 0;
        for (int i = 0; i < samples.length; i++) {
            phase += (from + slope * i / 16_000) / 16_000;
            samples[i] = (float) (0.3 * (phase % 1 - 0.5));
        }
        return TEACHER.embed(Waveform.of(samples, 16_000));
    }

    private static BackboneExamples examples(long seed, int threads, Augmentation disturbance) {
        Disturbed speech = new Disturbed(List.of(glide(1), glide(2), glide(3)), disturbance);
        Disturbed sounds = new Disturbed(List.of(glide(4)), disturbance);
        return new BackboneExamples(speech, sounds, TEACHER, SETTINGS, seed, threads);
    }

    private static TrainedBackbone train(long seed, int threads, Optional<Path> checkpoint, int stopAfterLooks) {
        AtomicInteger looks = new AtomicInteger();
        try (BackboneExamples examples = examples(seed, threads, HISS);
                BackboneExamples held = examples(99, 1, HISS)) {
            return new BackboneTraining(BACKBONE, SETTINGS, checkpoint, InstantSource.system())
                    .train(
                            examples,
                            Map.of(BackboneTraining.NOISY, held.first(2)),
                            progress -> looks.incrementAndGet(),
                            () -> looks.get() >= stopAfterLooks);
        }
    }

    @Test
    void theNoisyEmbeddingsComeCloserToTheCleanOnes() {
        TrainedBackbone trained = train(1, 2, Optional.empty(), Integer.MAX_VALUE);

        BackboneError before = requireNonNull(trained.frozen().get(BackboneTraining.NOISY));
        BackboneError after = requireNonNull(trained.heldOut().get(BackboneTraining.NOISY));
        assertThat(after.end()).isLessThan(0.9 * before.end());
        assertThat(after.tap()).isLessThan(0.9 * before.tap());
    }

    @Test
    void theSameSeedGivesTheSameWeightsOnAnyNumberOfThreads() {
        assertSame(
                train(3, 1, Optional.empty(), Integer.MAX_VALUE).weights(),
                train(3, 2, Optional.empty(), Integer.MAX_VALUE).weights());
    }

    @Test
    void aRunTakenUpFromItsCheckpointEndsLikeOneThatWasNeverBroken() {
        Path checkpoint = folder.resolve("backbone.checkpoint");
        TrainedBackbone broken = train(3, 1, Optional.of(checkpoint), 2);
        assertThat(broken.steps()).isEqualTo(2);

        TrainedBackbone resumed = train(3, 1, Optional.of(checkpoint), Integer.MAX_VALUE);
        TrainedBackbone unbroken = train(3, 1, Optional.empty(), Integer.MAX_VALUE);

        assertThat(resumed.steps()).isEqualTo(STEPS);
        assertThat(resumed.bestStep()).isEqualTo(unbroken.bestStep());
        assertThat(resumed.frozen()).isEqualTo(unbroken.frozen());
        assertSame(resumed.weights(), unbroken.weights());
    }

    @Test
    void stoppedAtOnceItGivesTheWeightsItStartedFrom() {
        TrainedBackbone stopped = train(3, 1, Optional.empty(), 0);

        assertThat(stopped.steps()).isZero();
        assertSame(stopped.weights(), BACKBONE.start());
    }

    @Test
    void whatIsNotDisturbedIsNotWrongBeforeTraining() {
        try (BackboneExamples undisturbed = examples(5, 1, AugmentationChain.empty())) {
            BackboneStep step = new BackboneStep(BACKBONE, undisturbed.scale(), 1);
            BackboneError error =
                    step.error(BACKBONE.start(), undisturbed.first(1).get(0));
            // The windows' embeddings are cut from those of the whole clips.
            assertThat(error.tap()).isCloseTo(0, within(1e-6));
            assertThat(error.end()).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void theGradientIsTheSlopeOfTheLoss() {
        try (BackboneExamples examples = examples(5, 1, HISS)) {
            BackboneStep step = new BackboneStep(BACKBONE, examples.scale(), 0.5);
            BackboneBatch batch = examples.first(1).get(0);
            Weights weights = BACKBONE.start();
            Map<String, float[]> gradients = step.train(weights, batch).gradients();
            for (String name : List.of("conv0.weight", "conv9.weight", "conv14.bias", "conv19.weight")) {
                float[] gradient = requireNonNull(gradients.get(name));
                int steepest = steepest(gradient);
                assertThat(slope(step, weights, batch, name, steepest))
                        .as(name)
                        .isCloseTo(gradient[steepest], within(0.05 * Math.abs(gradient[steepest])));
            }
        }
    }

    @Test
    void aLouderMicrophoneChangesTheInputAndNotTheTarget() {
        try (BackboneExamples plain = examples(5, 1, AugmentationChain.empty());
                BackboneExamples loud = examples(5, 1, new Gain(Range.exactly(6)))) {
            BackboneBatch before = plain.first(1).get(0);
            BackboneBatch after = loud.first(1).get(0);
            // Of the first window; the gain is drawn before the next is.
            assertThat(Arrays.copyOf(after.end().values(), 96))
                    .isEqualTo(Arrays.copyOf(before.end().values(), 96));
            // 6 dB are 0.6 in decades of power.
            assertThat(after.mel().values()[0] - before.mel().values()[0]).isCloseTo(0.6f, within(1e-3f));
        }
    }

    private static double slope(BackboneStep step, Weights weights, BackboneBatch batch, String name, int index) {
        float[] values = weights.values(name);
        float there = values[index];
        float stride = 2e-3f;
        values[index] = there + stride;
        double above = loss(step.error(weights, batch));
        values[index] = there - stride;
        double below = loss(step.error(weights, batch));
        values[index] = there;
        return (above - below) / (2 * stride);
    }

    private static double loss(BackboneError error) {
        return 0.5 * error.tap() + error.end();
    }

    private static int steepest(float[] gradient) {
        int steepest = 0;
        for (int i = 0; i < gradient.length; i++) {
            if (Math.abs(gradient[i]) > Math.abs(gradient[steepest])) {
                steepest = i;
            }
        }
        return steepest;
    }

    private static void assertSame(Weights actual, Weights expected) {
        List<String> differing = new ArrayList<>();
        expected.forEach((parameter, values) -> {
            if (!Arrays.equals(values, actual.values(parameter.name()))) {
                differing.add(parameter.name());
            }
        });
        assertThat(differing).isEmpty();
    }
}
