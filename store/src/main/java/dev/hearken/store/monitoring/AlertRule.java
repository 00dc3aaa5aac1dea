package dev.hearken.store.monitoring;

/** What must not be. The names are kept in the database and never change. */
public enum AlertRule {
    /** The 95th percentile of the last quarter of an hour's latencies, in milliseconds. Half a second is felt as waiting. */
    LATENCY_P95_MILLIS(500),
    /** The share of the last quarter of an hour's requests that failed here. One in a hundred. */
    ERROR_SHARE(0.01),
    /** The population stability index of the signal that moved furthest in a day. The rule of thumb's large change. */
    DRIFT_PSI(0.25),
    /** False alarms reported in an hour of listening, over a week: the contract. */
    FALSE_ALARMS_PER_HOUR(0.5),
    /** Versions that should answer and do not, with none that does. */
    NO_LIVE_MODEL(1),
    /** Live versions another one answers for. */
    FALLBACK(1),
    /** Trainings and judgements that failed, if the last one did. */
    JOB_FAILED(1),
    /** The share of the disk that is taken. Of the system, not of a project. */
    DISK_FULL_SHARE(0.9);

    private final double threshold;

    AlertRule(double threshold) {
        this.threshold = threshold;
    }

    /** From which value on there is an alert, where nothing else was decided. */
    public double standard() {
        return threshold;
    }

    /** Whether it is about the system as a whole. */
    public boolean isOfSystem() {
        return this == DISK_FULL_SHARE;
    }
}
