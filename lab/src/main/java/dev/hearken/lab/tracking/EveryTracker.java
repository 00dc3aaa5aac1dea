package dev.hearken.lab.tracking;

import dev.hearken.lab.training.Progress;
import dev.hearken.store.runs.RunArtifact;
import java.util.List;
import java.util.function.Consumer;

/** Tells several trackers, in turn. */
record EveryTracker(List<RunTracker> trackers) implements RunTracker {
    EveryTracker {
        trackers = List.copyOf(trackers);
    }

    @Override
    public void learnsFrom(String dataSha256) {
        each(tracker -> tracker.learnsFrom(dataSha256));
    }

    @Override
    public void epoch(Progress progress) {
        each(tracker -> tracker.epoch(progress));
    }

    @Override
    public void made(RunArtifact artifact) {
        each(tracker -> tracker.made(artifact));
    }

    @Override
    public void finished(String metricsJson, boolean early) {
        each(tracker -> tracker.finished(metricsJson, early));
    }

    @Override
    public void failed(String reason) {
        each(tracker -> tracker.failed(reason));
    }

    private void each(Consumer<RunTracker> tell) {
        trackers.forEach(tell);
    }
}
