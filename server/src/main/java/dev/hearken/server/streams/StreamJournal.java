package dev.hearken.server.streams;

import dev.hearken.core.streaming.Detection;
import dev.hearken.store.monitoring.LoggedPrediction;
import dev.hearken.store.monitoring.PredictionLog;
import dev.hearken.store.monitoring.Tallies;
import dev.hearken.store.monitoring.Tally.Kind;
import dev.hearken.store.registry.ModelVersion;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Counts how long a stream was listened to, and remembers what was detected on it. */
final class StreamJournal {
    private static final long MILLIS = 1_000;
    private static final long NANOS_A_MICRO = 1_000;

    private final ModelVersion version;
    private final Tallies tallies;
    private final PredictionLog log;
    private final Clock clock;
    private long samples;

    StreamJournal(ModelVersion version, Tallies tallies, PredictionLog log, Clock clock) {
        this.version = version;
        this.tallies = tallies;
        this.log = log;
        this.clock = clock;
    }

    /** So many samples more were listened to; whole milliseconds are counted, and the rest with the next. */
    void listened(int more, int sampleRateHz) {
        long before = samples * MILLIS / sampleRateHz;
        samples += more;
        tallies.count(version.project(), Kind.LISTENED, "", samples * MILLIS / sampleRateHz - before);
    }

    /** Something was detected; the id under which it is remembered, so that feedback can name it, if it is on the disk. */
    Optional<String> detected(Detection detection, long latencyNanos) {
        String label = detection.label().name();
        tallies.count(version.project(), Kind.DETECTED, label);
        LoggedPrediction entry = new LoggedPrediction(
                UUID.randomUUID().toString(),
                version.project(),
                version.number(),
                LoggedPrediction.STREAM,
                String.format(Locale.ROOT, "at %.2f s", detection.startSeconds()),
                label,
                detection.score(),
                latencyNanos / NANOS_A_MICRO,
                detection.endSeconds() - detection.startSeconds(),
                Optional.empty(),
                Optional.empty(),
                clock.instant());
        return log.append(List.of(entry)) ? Optional.of(entry.id()) : Optional.empty();
    }
}
