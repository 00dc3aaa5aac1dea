package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import dev.hearken.lab.recipes.Settings;
import dev.hearken.lab.tracking.RunTracker;
import dev.hearken.store.database.Home;
import dev.hearken.store.runs.Run;
import dev.hearken.store.runs.RunInputs;
import dev.hearken.store.runs.RunLog;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Trains with many settings, each in a process of its own, and ranks what came of them. */
final class Sweep {
    private final RecordedTraining.Request base;
    private final List<String> settings;
    private final SweepOptions options;
    private final Home home;
    private final RunLog runs;
    private final PrintWriter err;

    /**
     * A sweep that has not begun.
     *
     * @param base what every trial has in common
     * @param settings the user's settings that are not swept over
     */
    Sweep(
            RecordedTraining.Request base,
            List<String> settings,
            SweepOptions options,
            Home home,
            RunLog runs,
            PrintWriter err) {
        this.base = base;
        this.settings = settings;
        this.options = options;
        this.home = home;
        this.runs = runs;
        this.err = err;
    }

    /**
     * Runs all trials; one that fails does not stop the others.
     *
     * @throws HearkenException {@code SWEEP_INVALID}, or {@code SETTING_UNKNOWN} before anything is trained
     */
    SweepResult run(List<String> command) {
        List<List<String>> trials = options.trials(base.settings().seed());
        trials.forEach(this::refuseUnknown);
        Interruption interruption = Interruption.listen(err);
        RunInputs inputs = inputs(command, trials.size());
        String sweep = runs.start(inputs);
        RunTracker tracker = RunTracker.of(runs, sweep, inputs, System.getenv(), err::println);
        try {
            List<SweepResult.Trial> done = runAll(sweep, trials, interruption);
            SweepResult result = SweepResult.ranked(sweep, base, done);
            end(tracker, result, interruption);
            return result;
        } catch (RuntimeException failure) {
            tracker.failed(String.valueOf(failure.getMessage()));
            throw failure;
        }
    }

    /** A key that is mistyped is wrong in every trial; a value that is refused fails its own trial. */
    private void refuseUnknown(List<String> trial) {
        try {
            Settings.of(base.recipe(), with(trial));
        } catch (HearkenException refused) {
            if (refused.code().equals("SETTING_UNKNOWN")) {
                throw refused;
            }
        }
    }

    private List<String> with(List<String> trial) {
        return Stream.concat(settings.stream(), trial.stream()).toList();
    }

    private RunInputs inputs(List<String> command, int trials) {
        RunInputs inputs = base.inputs(Optional.empty(), Optional.empty(), command);
        Map<String, String> parameters = new HashMap<>(inputs.parameters());
        options.axes().forEach(axis -> {
            int equals = axis.indexOf('=');
            parameters.put("sweep." + axis.substring(0, equals), axis.substring(equals + 1));
        });
        parameters.put("sweep.trials", Integer.toString(trials));
        return new RunInputs(
                inputs.recipe(),
                inputs.project(),
                inputs.parent(),
                parameters,
                inputs.dataFolder(),
                inputs.groupPattern(),
                inputs.protocol(),
                inputs.command(),
                inputs.versions());
    }

    private List<SweepResult.Trial> runAll(String sweep, List<List<String>> trials, Interruption interruption) {
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(options.workers(), trials.size()));
        try {
            List<Future<SweepResult.Trial>> running = new ArrayList<>();
            for (int i = 0; i < trials.size(); i++) {
                int number = i + 1;
                List<String> trial = trials.get(i);
                running.add(workers.submit(() -> {
                    SweepResult.Trial done = run(sweep, trial, interruption);
                    err.println("trial %d/%d  %s".formatted(number, trials.size(), done.inWords()));
                    return done;
                }));
            }
            List<SweepResult.Trial> done = new ArrayList<>();
            for (Future<SweepResult.Trial> trial : running) {
                done.add(trial.get());
            }
            return done;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while trials ran", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a trial could not be run", failed.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private SweepResult.Trial run(String sweep, List<String> trial, Interruption interruption) {
        if (interruption.getAsBoolean()) {
            return SweepResult.Trial.failed(trial, "the sweep was stopped before it began");
        }
        String id = UUID.randomUUID().toString();
        TrialProcess process =
                TrialProcess.start(words(sweep, id, trial), home.filesOf(id).resolve("training.log"));
        int exitCode = process.await(interruption);
        Run run = runs.find(id).orElse(null);
        if (run == null) {
            return SweepResult.Trial.failed(trial, process.lastWords());
        }
        if (run.state() == Run.State.RUNNING) { // it could not say so itself
            runs.fail(id, "its process ended with exit code " + exitCode + ": " + process.lastWords());
        }
        return SweepResult.Trial.of(trial, RecordedRun.of(runs, runs.named(id)));
    }

    private List<String> words(String sweep, String id, List<String> trial) {
        List<String> words = new ArrayList<>(List.of("train", base.recipe().name()));
        words.addAll(with(trial));
        words.addAll(List.of(
                "--data", base.data().path().toString(), "--home", home.root().toString()));
        base.data().grouping().pattern().ifPresent(regex -> words.addAll(List.of("--group-pattern", regex.pattern())));
        base.protocol().ifPresent(protocol -> words.addAll(List.of("--protocol", protocol.word())));
        words.addAll(List.of("--trial", id, "--trial-of", sweep, "--json"));
        return words;
    }

    private static void end(RunTracker tracker, SweepResult result, Interruption interruption) {
        if (result.best().isEmpty()) {
            tracker.failed("no trial came to its end");
        } else {
            tracker.finished(Json.of(result.figures()), interruption.getAsBoolean());
        }
    }
}
