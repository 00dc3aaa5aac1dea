package dev.hearken.lab.tracking;

import dev.hearken.lab.training.Progress;
import dev.hearken.store.runs.RunArtifact;
import dev.hearken.store.runs.RunLog;

/** Keeps the record in the home's own log. */
public final class StoredRun implements RunTracker {
    private final RunLog log;
    private final String id;

    /** Of a run that was started in this log. */
    public StoredRun(RunLog log, String id) {
        this.log = log;
        this.id = id;
    }

    @Override
    public void learnsFrom(String dataSha256) {
        log.learnFrom(id, dataSha256);
    }

    @Override
    public void epoch(Progress progress) {
        log.measure(id, progress.epoch(), RunTracker.measures(progress));
    }

    @Override
    public void made(RunArtifact artifact) {
        log.attach(id, artifact);
    }

    @Override
    public void finished(String metricsJson, boolean early) {
        if (early) {
            log.stop(id, metricsJson);
        } else {
            log.finish(id, metricsJson);
        }
    }

    @Override
    public void failed(String reason) {
        log.fail(id, reason);
    }
}
