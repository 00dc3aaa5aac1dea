package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.Protocol;
import dev.hearken.lab.recipes.Occasion;
import dev.hearken.lab.recipes.QuantizedModel;
import dev.hearken.lab.recipes.Recipe;
import dev.hearken.lab.recipes.RecipeRun;
import dev.hearken.lab.recipes.Settings;
import dev.hearken.lab.report.Measured;
import dev.hearken.lab.report.ModelCard;
import dev.hearken.lab.report.Observations;
import dev.hearken.lab.report.Report;
import dev.hearken.lab.report.ReportedData;
import dev.hearken.lab.tracking.RunTracker;
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
import java.util.regex.Pattern;

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
     * @param again what was done before and is now done again, from the beginning
     */
    record Request(
            Recipe recipe,
            Settings settings,
            DataSource data,
            Optional<Protocol> protocol,
            Judged judged,
            boolean quantized,
            Optional<Again> again) {
        /** What the run's record says of it. */
        RunInputs inputs(Optional<String> project, Optional<String> parent, List<String> command) {
            return new RunInputs(
                    recipe.name(),
                    project,
                    parent,
                    settings.byName(),
                    Optional.of(data.path().toAbsolutePath().normalize().toString()),
                    data.grouping().pattern().map(Pattern::pattern),
                    protocol.map(Protocol::word),
                    command,
                    Version.ofAll());
        }

        /** The same request finds the same checkpoint again; what is done again finds none. */
        private Optional<Path> checkpoint(Home home) {
            String key = recipe.name()
                    + data.path().toAbsolutePath().normalize()
                    + data.grouping()
                    + protocol.map(Protocol::word)
                    + judged
                    + settings.byName();
            UUID name = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
            Path file = home.cache().resolve("training-" + name + ".checkpoint");
            return again.isPresent() ? Optional.empty() : Optional.of(file);
        }
    }

    /**
     * A training that is done again.
     *
     * @param dataSha256 the digest its clips must have; empty if others will do
     */
    record Again(Optional<String> dataSha256) {
        private void require(String digest, DataSource data) {
            dataSha256.filter(wanted -> !wanted.equals(digest)).ifPresent(wanted -> {
                throw HearkenException.user(
                        "DATA_CHANGED",
                        "the recordings in %s are no longer those of the run: their digest is %s, not %s; --anyway trains on them"
                                .formatted(data.path(), digest.substring(0, 12), wanted.substring(0, 12)));
            });
        }
    }

    /** Which clips a trained model is judged on. */
    enum Judged {
        /** The test part, if a protocol leaves one out. */
        TEST,
        /** The part choices are made on; the test part stays unheard. */
        VALIDATION
    }

    /**
     * What a recorded training left behind.
     *
     * @param clips what it learned from and was judged on
     */
    record Result(String run, ModelFile model, Destination.Kept kept, RecipeRun clips) {}

    private final Home home;
    private final RunLog runs;
    private final ReportOption report;
    private final PrintWriter err;

    RecordedTraining(Home home, RunLog runs, ReportOption report, PrintWriter err) {
        this.home = home;
        this.runs = runs;
        this.report = report;
        this.err = err;
    }

    /** Trains, and puts the model where it belongs; a failure is recorded before it is thrown on. */
    Result run(Request request, RunInputs inputs, Destination destination) {
        Interruption interruption = Interruption.listen(err);
        String id = runs.start(inputs);
        RunTracker tracker = RunTracker.of(runs, id, inputs, System.getenv(), err::println);
        try {
            RecipeRun clips = DataOption.open(request.recipe(), request.settings(), request.data(), home, err);
            tracker.learnsFrom(hexadecimal(clips.digest()));
            request.again().ifPresent(again -> again.require(hexadecimal(clips.digest()), request.data()));
            Observations seen = new Observations();
            ModelFile model = train(request, clips, seen, tracker, interruption);
            Destination.Kept kept = destination.keep(model);
            tracker.made(RunArtifact.of(MODEL, kept.file()));
            report(clips, request, model, seen, tracker);
            tracker.finished(model.metadata().metrics().toString(), interruption.getAsBoolean());
            return new Result(id, model, kept, clips);
        } catch (IOException vanished) {
            tracker.failed(vanished.toString());
            throw new UncheckedIOException(vanished);
        } catch (RuntimeException failure) {
            tracker.failed(String.valueOf(failure.getMessage()));
            throw failure;
        }
    }

    private ModelFile train(
            Request request, RecipeRun clips, Observations seen, RunTracker tracker, Interruption interruption)
            throws IOException {
        ProgressLine line = new ProgressLine(err);
        Optional<Path> checkpoint = request.checkpoint(home);
        Occasion occasion = new Occasion(
                Clock.systemUTC(),
                checkpoint,
                progress -> {
                    tracker.epoch(progress);
                    seen.epoch(MODEL, progress);
                    line.show(progress.toString());
                },
                interruption,
                seen::scored);
        ModelFile model = train(clips, request, occasion);
        line.end();
        if (checkpoint.isPresent()) {
            Files.deleteIfExists(checkpoint.get());
        }
        return request.quantized() ? quantized(clips, request, model) : model;
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

    private void report(RecipeRun run, Request request, ModelFile model, Observations seen, RunTracker tracker)
            throws IOException {
        String word = model.metadata().metrics().path("protocol").asString("");
        report.write(
                () -> new Report(
                        ModelCard.of(model),
                        ReportedData.of(
                                run.folder(), run.loaded(), request.settings().seed()),
                        seen.courses(),
                        seen.scoring().map(said -> Measured.of(word, run.labels(), said)),
                        Optional.of(ReportOption.costOf(model))),
                err);
        for (Path file : report.files()) {
            tracker.made(RunArtifact.of(file.getFileName().toString(), file));
        }
    }

    /** The digits of {@code sha256:…}. */
    private static String hexadecimal(String digest) {
        return digest.substring(digest.indexOf(':') + 1);
    }
}
