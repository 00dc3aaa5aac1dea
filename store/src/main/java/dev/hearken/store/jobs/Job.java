package dev.hearken.store.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * Work for a worker, and how it stands.
 *
 * @param id a UUID
 * @param request what is to be done
 * @param state how it stands
 * @param attempts how often a worker has begun it
 * @param cancelWanted whether somebody asked to end it
 * @param progressJson the last that was heard of its progress: a JSON object
 * @param resultJson what came out of it: a JSON object; empty unless it succeeded
 * @param failure why it failed; empty unless it did
 * @param createdAt when it was asked for
 * @param startedAt when its last attempt began
 * @param endedAt when it was over
 */
public record Job(
        String id,
        JobRequest request,
        State state,
        int attempts,
        boolean cancelWanted,
        Optional<String> progressJson,
        Optional<String> resultJson,
        Optional<Failure> failure,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {

    /** How a job stands. */
    public enum State {
        /** It waits for a worker. */
        QUEUED,
        /** A worker holds its lease; or held it, and died. */
        RUNNING,
        /** It was done. */
        SUCCEEDED,
        /** It could not be done. */
        FAILED,
        /** Somebody ended it. */
        CANCELLED;

        /** Whether nothing more will happen to it. */
        public boolean isOver() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /**
     * Why a job failed.
     *
     * @param code stable, for programs
     * @param reason a sentence for people
     */
    public record Failure(String code, String reason) {}
}
