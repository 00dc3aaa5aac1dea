package dev.hearken.lab.recipes;

import dev.hearken.lab.training.Progress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What surrounds one training run and does not change its result.
 *
 * @param clock for the time left and the date in the model
 * @param checkpoint where to keep a checkpoint after each epoch, and to go on from
 * @param progress hears of each epoch
 * @param stop says when to end early and keep the best so far
 * @param scored hears what the trained model said of clips that were left out, if any were
 */
public record Occasion(
        InstantSource clock,
        Optional<Path> checkpoint,
        Consumer<Progress> progress,
        BooleanSupplier stop,
        Consumer<ModelScoring> scored) {
    /** Nobody listens to what the model says of single clips. */
    public Occasion(InstantSource clock, Optional<Path> checkpoint, Consumer<Progress> progress, BooleanSupplier stop) {
        this(clock, checkpoint, progress, stop, scored -> {});
    }

    /** Nobody listening, nothing kept. */
    public static Occasion quiet() {
        return new Occasion(InstantSource.system(), Optional.empty(), progress -> {}, () -> false);
    }

    /** The same for a training that is not worth going on with after a crash. */
    Occasion withoutCheckpoint() {
        return new Occasion(clock, Optional.empty(), progress, stop, scored);
    }
}
