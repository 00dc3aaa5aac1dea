package dev.hearken.cli;

import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.Protocol;
import dev.hearken.lab.recipes.Occasion;
import dev.hearken.lab.recipes.QuantizedModel;
import dev.hearken.lab.recipes.Recipe;
import dev.hearken.lab.recipes.RecipeRun;
import dev.hearken.lab.recipes.Settings;
import dev.hearken.lab.tracking.RunTracker;
import dev.hearken.lab.tracking.StoredRun;
import dev.hearken.store.database.Home;
import dev.hearken.store.runs.RunArtifact;
import dev.hearken.store.runs.RunInputs;
import dev.hearken.store.runs.RunLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Trains with a record: what is asked, how each epoch goes and how it ends is told to the run's trackers. */
final class RecordedTraining {
    /** The name of the model among a run's files. */
    static final String MODEL = "model.onnx";

    /**
     * What is to be trained.
     *
     * @param data where the recordings lie and how their groups are told
     * @param protocol whose test part is left out
     * @param judged which part the figures in the model come from
     * @param quantized whether the model is kept in 8 bits
     */
    record Request(
            Recipe recipe,
            Settings settings,
            DataSource data,
            Optional<Protocol> protocol,
            Judged judged,
            boolean quantized) {
        /** What the run's record says of it. */
        RunInputs inputs(Optional<String> project, Optional<String> parent, List<String> command) {
            return new RunInputs(
                    recipe.name(),
                    project,
                    parent,
                    settings.byName(),
                    Optional.of(data.path().toAbsolutePath().normalize().toString()),
                    protocol.map(Protocol::word),
                    command,
                    Version.ofAll());
        }

        /** The same request finds the same checkpoint again. */
        private Path checkpoint(Home home) {
            String key = recipe.name()
                    + data.path().toAbsolutePath().normalize()
                    + data.grouping()
                    + protocol.map(Protocol::word)
                    + judged
                    + settings.byName();
            UUID name = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
            return home.cache().resolve("training-" + name + ".checkpoint");
        }
    }

    /** Which clips a trained model is judged on. */
    enum Judged {
        /** The test part, if a protocol leaves one out. */
        TEST,
        /** The part choices are made on; the test part stays unheard. */
        VALIDATION
    }

    /** What a recorded training left behind. */
    record Result(String run, ModelFile model, Destination.Kept kept) {}

    private final Home home;
    private final RunLog runs;
    private final PrintWriter err;

    RecordedTraining(Home home, RunLog runs, PrintWriter err) {
        this.home = home;
        this.runs = runs;
        this.err = err;
    }

    /** Trains, and puts the model where it belongs; a failure is recorded before it is thrown on. */
    Result run(Request request, RunInputs inputs, Destination destination) {
        Interruption interruption = Interruption.listen(err);
        String id = runs.start(inputs);
        RunTracker tracker = RunTracker.all(List.of(new StoredRun(runs, id)));
        try {
            ModelFile model = train(request, tracker, interruption);
            Destination.Kept kept = destination.keep(model);
            tracker.made(RunArtifact.of(MODEL, kept.file()));
            tracker.finished(model.metadata().metrics().toString(), interruption.getAsBoolean());
            return new Result(id, model, kept);
        } catch (IOException vanished) {
            tracker.failed(vanished.toString());
            throw new UncheckedIOException(vanished);
        } catch (RuntimeException failure) {
            tracker.failed(String.valueOf(failure.getMessage()));
            throw failure;
        }
    }

    private ModelFile train(Request request, RunTracker tracker, Interruption interruption) throws IOException {
        RecipeRun run = DataOption.open(request.recipe(), request.settings(), request.data(), home, err);
        tracker.learnsFrom(hexadecimal(run.digest()));
        ProgressLine line = new ProgressLine(err);
        Path checkpoint = request.checkpoint(home);
        Occasion occasion = new Occasion(
                Clock.systemUTC(),
                Optional.of(checkpoint),
                progress -> {
                    tracker.epoch(progress);
                    line.show(progress.toString());
                },
                interruption);
        ModelFile model = train(run, request, occasion);
        line.end();
        Files.deleteIfExists(checkpoint);
        return request.quantized() ? quantized(run, request, model) : model;
    }

    private static ModelFile train(RecipeRun run, Request request, Occasion occasion) {
        if (request.judged() == Judged.VALIDATION) {
            return run.trainValidated(request.protocol(), occasion);
        }
        return request.protocol()
                .map(protocol -> run.trainMeasured(protocol, occasion))
                .orElseGet(() -> run.train(occasion));
    }

    private ModelFile quantized(RecipeRun run, Request request, ModelFile model) {
        QuantizedModel quantized = run.quantized(model, request.protocol(), System::nanoTime);
        err.println(quantized.report().toText());
        return quantized.model();
    }

    /** The digits of {@code sha256:…}. */
    static String hexadecimal(String digest) {
        return digest.substring(digest.indexOf(':') + 1);
    }
}
