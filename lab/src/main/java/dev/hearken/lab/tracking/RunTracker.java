package dev.hearken.lab.tracking;

import dev.hearken.lab.training.Progress;
import dev.hearken.store.runs.RunArtifact;
import dev.hearken.store.runs.RunInputs;
import dev.hearken.store.runs.RunLog;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps a record of one training while it goes on. Ended once, by {@link #finished} or {@link #failed}, it hears no more. */
public interface RunTracker {
    /** Which clips it learns from: the digest of their frozen list, 64 hexadecimal digits. */
    void learnsFrom(String dataSha256);

    /** How it stands at the end of an epoch. */
    void epoch(Progress progress);

    /** A file it made. */
    void made(RunArtifact artifact);

    /**
     * It came to its end.
     *
     * @param metricsJson measured figures with denominators: a JSON object
     * @param early whether it was told to stop
     */
    void finished(String metricsJson, boolean early);

    /** It could not go on, and why. */
    void failed(String reason);

    /**
     * Begins the record of a run: in the home's log and, where the environment names one, on an MLflow server.
     *
     * @param id the run, started in {@code runs}
     * @param warnings is told if the server is lost; the run goes on
     */
    static RunTracker of(
            RunLog runs, String id, RunInputs inputs, Map<String, String> environment, Consumer<String> warnings) {
        StoredRun stored = new StoredRun(runs, id);
        if (environment.getOrDefault(MlflowRun.VARIABLE, "").isBlank()) {
            return stored;
        }
        return new EveryTracker(
                List.of(stored, MlflowRun.start(environment, id, inputs, InstantSource.system(), warnings)));
    }

    /** What is measured at the end of an epoch, by name. */
    static Map<String, Double> measures(Progress progress) {
        return Map.of(
                "training_loss", progress.trainingLoss(),
                "validation_loss", progress.validationLoss(),
                "validation_accuracy", progress.validationAccuracy(),
                "learning_rate", progress.learningRate());
    }
}
