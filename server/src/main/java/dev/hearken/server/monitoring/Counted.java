package dev.hearken.server.monitoring;

import dev.hearken.server.monitoring.ActivityView.Latency;
import dev.hearken.store.monitoring.Tally;
import dev.hearken.store.monitoring.Tally.Kind;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tallies added up. */
final class Counted {
    private static final double MILLIONTHS = 1e6;
    private static final double MICROS_A_MILLI = 1_000;
    private static final int TENTHS = 10;

    private final Map<Kind, Map<String, Long>> amounts = new EnumMap<>(Kind.class);

    static Counted of(Collection<Tally> tallies) {
        Counted counted = new Counted();
        tallies.forEach(counted::add);
        return counted;
    }

    void add(Tally tally) {
        amounts.computeIfAbsent(tally.kind(), unused -> new TreeMap<>()).merge(tally.bin(), tally.amount(), Long::sum);
    }

    long sum(Kind kind) {
        return by(kind).values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Long> by(Kind kind) {
        return amounts.getOrDefault(kind, Map.of());
    }

    /** What failed here, of all that was answered or failed here; null where nothing was. */
    @Nullable
    Double errorShare() {
        long failed = sum(Kind.FAILED);
        long all = failed + sum(Kind.LABEL);
        return all == 0 ? null : (double) failed / all;
    }

    @Nullable
    Double meanConfidence() {
        long answers = sum(Kind.LABEL);
        return answers == 0 ? null : sum(Kind.CONFIDENCE_SUM) / MILLIONTHS / answers;
    }

    /** Answers by tenth of their probability. */
    long[] confidence() {
        long[] tenths = new long[TENTHS];
        by(Kind.CONFIDENCE).forEach((bin, amount) -> tenths[Integer.parseInt(bin)] += amount);
        return tenths;
    }

    Duration listened() {
        return Duration.ofMillis(sum(Kind.LISTENED));
    }

    @Nullable
    Latency latency() {
        SortedMap<Double, Long> millis = new TreeMap<>();
        by(Kind.LATENCY)
                .forEach((bin, amount) -> millis.merge(Tally.latencyMicros(bin) / MICROS_A_MILLI, amount, Long::sum));
        long n = sum(Kind.LATENCY);
        return n == 0
                ? null
                : new Latency(n, percentile(millis, n, 0.5), percentile(millis, n, 0.95), percentile(millis, n, 0.99));
    }

    /** The smallest value that at least this share of all do not exceed: the nearest rank. */
    private static double percentile(SortedMap<Double, Long> counts, long n, double share) {
        long wanted = Math.max(1, (long) Math.ceil(share * n));
        long seen = 0;
        for (Map.Entry<Double, Long> each : counts.entrySet()) {
            seen += each.getValue();
            if (seen >= wanted) {
                return Math.round(each.getKey() * MICROS_A_MILLI) / MICROS_A_MILLI;
            }
        }
        return counts.lastKey();
    }
}
