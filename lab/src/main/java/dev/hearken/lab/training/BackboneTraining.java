package dev.hearken.lab.training;

import dev.hearken.core.HearkenException;
import dev.hearken.lab.network.SpeechBackbone;
import dev.hearken.lab.network.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Trains a backbone without labels: from disturbed sound it is to give the embeddings the frozen network gives of the clean sound.
 *
 * <p>The same seed, examples and settings give the same weights, whether or not the run was interrupted.
 */
public final class BackboneTraining {
    /** The name of the held-out clips that choose the best step. */
    public static final String NOISY = "noisy";

    private final SpeechBackbone backbone;
    private final BackboneSettings settings;
    private final Optional<Path> checkpointFile;
    private final InstantSource clock;

    /**
     * A training that has not started.
     *
     * @param checkpointFile where to keep a checkpoint; if one is there already, training goes on from it
     */
    public BackboneTraining(
            SpeechBackbone backbone, BackboneSettings settings, Optional<Path> checkpointFile, InstantSource clock) {
        this.backbone = backbone;
        this.settings = settings;
        this.checkpointFile = checkpointFile;
        this.clock = clock;
    }

    /** The version of PyTorch that trains. */
    public static String engineVersion() {
        return TrainingLoop.engineVersion();
    }

    /**
     * Runs until the last step, or until {@code stop} says so.
     *
     * @param heldOut batches to measure by, of which {@link #NOISY} choose the best step
     * @param listener hears of each look at them
     * @throws HearkenException {@code TRAINING_DIVERGED} if gradients stay infinite, {@code CHECKPOINT_CORRUPT}
     */
    public TrainedBackbone train(
            BackboneExamples examples,
            Map<String, List<BackboneBatch>> heldOut,
            Consumer<BackboneProgress> listener,
            BooleanSupplier stop) {
        State state = new State(new BackboneStep(backbone, examples.scale(), settings.tapWeight()), heldOut);
        checkpointFile.filter(Files::exists).map(Checkpoint::read).ifPresent(state::restore);
        if (state.step == 0) {
            state.look(0);
            listener.accept(new BackboneProgress(0, settings.steps(), Double.NaN, state.latest, Duration.ZERO));
        }
        long started = clock.millis();
        int first = state.step;
        Iterator<BackboneBatch> batches = examples.from(first);
        double loss = 0;
        int since = 0;
        while (state.step < settings.steps() && !stop.getAsBoolean()) {
            loss += state.descend(batches.next());
            since++;
            if (state.step % settings.measureEvery() == 0 || state.step == settings.steps()) {
                state.look(state.step);
                checkpointFile.ifPresent(state::save);
                long perStep = (clock.millis() - started) / (state.step - first);
                listener.accept(new BackboneProgress(
                        state.step,
                        settings.steps(),
                        loss / since,
                        state.latest,
                        Duration.ofMillis(perStep * (settings.steps() - state.step))));
                loss = 0;
                since = 0;
            }
        }
        return new TrainedBackbone(state.best, state.bestStep, state.step, state.frozen, state.bestErrors);
    }

    /** What a checkpoint holds. */
    private final class State {
        private final BackboneStep pass;
        private final Map<String, List<BackboneBatch>> heldOut;
        private final Weights weights = backbone.start();
        private Weights best = weights.copy();
        private final Descent descent = new Descent(settings.weightDecay(), settings.gradientClip());
        private final Schedule schedule = new Schedule.Cosine(settings.warmup());
        private int step;
        private int bestStep;
        private Map<String, BackboneError> frozen = Map.of();
        private Map<String, BackboneError> latest = Map.of();
        private Map<String, BackboneError> bestErrors = Map.of();

        State(BackboneStep pass, Map<String, List<BackboneBatch>> heldOut) {
            this.pass = pass;
            this.heldOut = heldOut;
        }

        double descend(BackboneBatch batch) {
            double rate = settings.learningRate() * schedule.factor((double) step / settings.steps(), 0);
            TorchStep.Outcome outcome = pass.train(weights, batch);
            descent.step(weights, outcome, parameter -> rate);
            step++;
            return outcome.loss();
        }

        /** Measures the weights as they are, and keeps them if they are the best so far. */
        void look(int stepNow) {
            latest = errors();
            if (stepNow == 0) {
                frozen = latest;
            }
            if (stepNow == 0 || chosenBy(latest) < chosenBy(bestErrors)) {
                bestErrors = latest;
                bestStep = stepNow;
                best = weights.copy();
            }
        }

        private double chosenBy(Map<String, BackboneError> errors) {
            BackboneError noisy = errors.get(NOISY);
            return noisy == null ? Double.NaN : noisy.end() + settings.tapWeight() * noisy.tap();
        }

        private Map<String, BackboneError> errors() {
            Map<String, BackboneError> errors = new LinkedHashMap<>();
            heldOut.forEach((name, batches) -> {
                double tap = 0;
                double end = 0;
                for (BackboneBatch batch : batches) {
                    BackboneError error = pass.error(weights, batch);
                    tap += error.tap() / batches.size();
                    end += error.end() / batches.size();
                }
                errors.put(name, new BackboneError(tap, end));
            });
            return errors;
        }

        void save(Path file) {
            Checkpoint.Draft draft = new Checkpoint.Draft();
            draft.number("step", step);
            draft.number("best_step", bestStep);
            save(draft, "frozen.", frozen);
            save(draft, "best.", bestErrors);
            descent.save(draft);
            weights.forEach((parameter, values) -> draft.array("weights." + parameter.name(), values));
            best.forEach((parameter, values) -> draft.array("best." + parameter.name(), values));
            draft.write(file);
        }

        private void save(Checkpoint.Writer draft, String prefix, Map<String, BackboneError> errors) {
            errors.forEach((name, error) -> {
                draft.number(prefix + name + ".tap", error.tap());
                draft.number(prefix + name + ".end", error.end());
            });
        }

        void restore(Checkpoint checkpoint) {
            step = (int) checkpoint.number("step");
            bestStep = (int) checkpoint.number("best_step");
            frozen = errors(checkpoint, "frozen.");
            bestErrors = errors(checkpoint, "best.");
            descent.restore(checkpoint);
            checkpoint.arrays("weights.").forEach(weights::set);
            checkpoint.arrays("best.").forEach(best::set);
        }

        private Map<String, BackboneError> errors(Checkpoint checkpoint, String prefix) {
            Map<String, BackboneError> errors = new LinkedHashMap<>();
            heldOut.keySet()
                    .forEach(name -> errors.put(
                            name,
                            new BackboneError(
                                    checkpoint.number(prefix + name + ".tap"),
                                    checkpoint.number(prefix + name + ".end"))));
            return errors;
        }
    }
}
