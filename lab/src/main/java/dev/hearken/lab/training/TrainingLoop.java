package dev.hearken.lab.training;

import ai.djl.engine.Engine;
import dev.hearken.core.HearkenException;
import dev.hearken.core.evaluation.ScoredClip;
import dev.hearken.lab.network.Network;
import dev.hearken.lab.network.Parameter;
import dev.hearken.lab.network.ParameterDeclarations;
import dev.hearken.lab.network.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Trains a network: epochs of steps, the best epoch kept, a checkpoint after each, and an end that can be asked for at any time.
 *
 * <p>The best epoch is the one with the lowest validation loss; without a validation set it is the last. The same seed, examples and
 * settings give the same weights, whether or not the run was interrupted.
 */
public final class TrainingLoop {
    private final Network network;
    private final TrainingSettings settings;
    private final long seed;
    private final Optional<Path> checkpointFile;
    private final InstantSource clock;

    /**
     * A loop that has not started.
     *
     * @param checkpointFile where to keep a checkpoint after each epoch; if one is there already, training goes on from it
     */
    public TrainingLoop(
            Network network, TrainingSettings settings, long seed, Optional<Path> checkpointFile, InstantSource clock) {
        this.network = network;
        this.settings = settings;
        this.seed = seed;
        this.checkpointFile = checkpointFile;
        this.clock = clock;
    }

    /** The version of PyTorch that trains. */
    public static String engineVersion() {
        return Engine.getInstance().getVersion();
    }

    /**
     * Runs until the last epoch, until the loss has stopped falling, or until {@code stop} says so.
     *
     * @param listener hears of each epoch's end
     * @throws HearkenException {@code TRAINING_DIVERGED} if gradients stay infinite, {@code CHECKPOINT_CORRUPT}
     */
    public Trained train(
            FeatureShape shape,
            TrainingExamples examples,
            ValidationSet validation,
            Consumer<Progress> listener,
            BooleanSupplier stop) {
        List<Parameter> parameters = ParameterDeclarations.of(network, shape.frames(), shape.channels());
        Weights start = Weights.initial(parameters, new SplittableRandom(seed));
        return train(start, LayerRates.equal(), examples, validation, listener, stop);
    }

    /**
     * The same from weights that were trained before, of which frozen ones stay as they are.
     *
     * @param start where training begins; not changed
     * @param rates how much faster or slower than the rest some layers learn
     * @throws HearkenException as above, or {@code TRAINING_ALL_FROZEN} if nothing is left to train
     */
    public Trained train(
            Weights start,
            LayerRates rates,
            TrainingExamples examples,
            ValidationSet validation,
            Consumer<Progress> listener,
            BooleanSupplier stop) {
        if (start.trainedCount() == 0) {
            throw HearkenException.user("TRAINING_ALL_FROZEN", "every layer is frozen; leave one to be trained");
        }
        State state = new State(start.copy(), rates);
        checkpointFile.filter(Files::exists).map(Checkpoint::read).ifPresent(state::restore);
        TorchStep step = new TorchStep(network);
        long started = clock.millis();
        int first = state.epoch + 1;
        for (int epoch = first; epoch <= settings.epochs() && !state.exhausted() && !stop.getAsBoolean(); epoch++) {
            // Dropout draws from PyTorch's own generator: seeded by epoch, a resumed run draws the same.
            TorchStep.seed(seed * 31 + epoch);
            double loss = state.run(step, examples, epoch, stop);
            if (stop.getAsBoolean()) {
                break;
            }
            Score score = state.finish(epoch, Score.of(score(state.weights, validation)));
            checkpointFile.ifPresent(state::save);
            long perEpoch = (clock.millis() - started) / (epoch - first + 1);
            listener.accept(new Progress(
                    epoch,
                    settings.epochs(),
                    loss,
                    score.loss(),
                    score.accuracy(),
                    state.rate,
                    Duration.ofMillis(perEpoch * (settings.epochs() - epoch))));
        }
        return new Trained(state.best, state.bestEpoch, state.epoch);
    }

    /** The network's logits for clips it did not learn from, with their right answers, to calibrate by. */
    public List<ScoredClip> score(Weights weights, ValidationSet clips) {
        TorchStep step = new TorchStep(network);
        List<ScoredClip> scored = new ArrayList<>();
        for (Batch batch : clips.batches()) {
            float[] logits = step.logits(weights, batch);
            for (int row = 0; row < batch.size(); row++) {
                float[] ofRow = Arrays.copyOfRange(logits, row * batch.labels(), (row + 1) * batch.labels());
                scored.add(ScoredClip.ofLogits("", Optional.empty(), batch.truth(row), ofRow));
            }
        }
        return scored;
    }

    /** What a checkpoint holds. */
    private final class State {
        private final Weights weights;
        private final LayerRates rates;
        private Weights best;
        private final Descent descent = new Descent(settings.weightDecay(), settings.gradientClip());
        private final Schedule schedule = settings.toSchedule();
        private int epoch;
        private int bestEpoch;
        private double bestLoss = Double.POSITIVE_INFINITY;
        private int plateaus;
        private int sinceBest;
        private double rate;

        State(Weights weights, LayerRates rates) {
            this.weights = weights;
            this.rates = rates;
            this.best = weights.copy();
        }

        double run(TorchStep step, TrainingExamples examples, int epochNow, BooleanSupplier stop) {
            double total = 0;
            int done = 0;
            Iterator<Batch> batches = examples.epoch(epochNow);
            while (batches.hasNext() && !stop.getAsBoolean()) {
                double progress = (epochNow - 1 + (double) done / examples.batches()) / settings.epochs();
                rate = settings.learningRate() * schedule.factor(progress, plateaus);
                TorchStep.Outcome outcome = step.train(weights, batches.next());
                descent.step(weights, outcome, parameter -> rate * rates.factor(parameter));
                total += outcome.loss();
                done++;
            }
            return total / Math.max(done, 1);
        }

        Score finish(int epochNow, Score score) {
            epoch = epochNow;
            if (score.loss() < bestLoss || Double.isNaN(score.loss())) {
                bestLoss = score.loss();
                bestEpoch = epochNow;
                best = weights.copy();
                sinceBest = 0;
            } else {
                sinceBest++;
                if (sinceBest % settings.plateauPatience() == 0) {
                    plateaus++;
                }
            }
            return score;
        }

        boolean exhausted() {
            return settings.patience() > 0 && sinceBest >= settings.patience();
        }

        void save(Path file) {
            Checkpoint.Draft draft = new Checkpoint.Draft();
            draft.number("epoch", epoch);
            draft.number("best_epoch", bestEpoch);
            draft.number("best_loss", bestLoss);
            draft.number("plateaus", plateaus);
            draft.number("since_best", sinceBest);
            descent.save(draft);
            weights.forEach((parameter, values) -> draft.array("weights." + parameter.name(), values));
            best.forEach((parameter, values) -> draft.array("best." + parameter.name(), values));
            draft.write(file);
        }

        void restore(Checkpoint checkpoint) {
            epoch = (int) checkpoint.number("epoch");
            bestEpoch = (int) checkpoint.number("best_epoch");
            bestLoss = checkpoint.number("best_loss");
            plateaus = (int) checkpoint.number("plateaus");
            sinceBest = (int) checkpoint.number("since_best");
            descent.restore(checkpoint);
            checkpoint.arrays("weights.").forEach(weights::set);
            checkpoint.arrays("best.").forEach(best::set);
        }
    }
}
