package dev.hearken.store.monitoring;

import java.time.Duration;
import java.time.Instant;

/**
 * How often something came, or how much of it, in five minutes.
 *
 * @param kind what is counted
 * @param at when the five minutes began
 * @param bin which of its kind: a label, a code, the number of a bin; may be empty
 * @param amount at least 1
 */
public record Tally(Kind kind, Instant at, String bin, long amount) {
    /** How long one tally counts. */
    public static final Duration LENGTH = Duration.ofMinutes(5);

    /** Bins of latency to a doubling: their middles are 9 % apart, so that a percentile is right to 5 %. */
    private static final int BINS_AN_OCTAVE = 8;

    private static final int TENTHS = 10;

    /** What is counted. The names are kept in the database and never change. */
    public enum Kind {
        /** Answers, by label. */
        LABEL,
        /** Answers, by tenth of the probability: 0 to 9. */
        CONFIDENCE,
        /** The sum of the answers' probabilities, in millionths. */
        CONFIDENCE_SUM,
        /** Answers, by bin of latency. */
        LATENCY,
        /** Recordings that were refused, by code: the sender can mend it. */
        REFUSED,
        /** Requests that failed here, by code. */
        FAILED,
        /** Milliseconds of sound that streams were listened to. */
        LISTENED,
        /** Detections on streams, by label. */
        DETECTED
    }

    /** The bin of a latency. */
    public static String latencyBin(long micros) {
        return Long.toString(Math.round(BINS_AN_OCTAVE * Math.log((double) Math.max(1, micros)) / Math.log(2)));
    }

    /** The middle of a bin of latency, in microseconds. */
    public static double latencyMicros(String bin) {
        return Math.pow(2, (double) Integer.parseInt(bin) / BINS_AN_OCTAVE);
    }

    /** The bin of a probability. */
    public static String confidenceBin(double probability) {
        return Integer.toString((int) Math.min(TENTHS - 1, Math.floor(probability * TENTHS)));
    }

    /** When the five minutes began that a moment lies in. */
    public static Instant begin(Instant moment) {
        long length = LENGTH.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(moment.toEpochMilli(), length) * length);
    }
}
