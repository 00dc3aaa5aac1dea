package dev.hearken.store.jobs;

/**
 * One worker's right to work on a job for a while. What is told under a lease that was lost meanwhile is not heard.
 *
 * @param job what is to be done
 * @param worker who does it
 */
public record Lease(Job job, String worker) {
    /** How a lease stands when its worker gives a sign of life. */
    public enum Standing {
        /** Go on. */
        HELD,
        /** Somebody asked to end the job: stop, and say so. */
        CANCEL_WANTED,
        /** The attempt took longer than the job's limit: stop, and say so. */
        TIME_UP,
        /** Another worker has the job, or it is over: stop, and say nothing. */
        LOST
    }
}
