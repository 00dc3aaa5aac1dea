package dev.hearken.server.monitoring;

import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.monitoring.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A stretch of time, cut into pieces that are drawn side by side.
 *
 * @param from begins a piece
 * @param to the end; the last piece reaches past it
 * @param piece how long each is
 */
record TimeWindow(Instant from, Instant to, Duration piece) {
    /** Few enough to draw and to read. */
    private static final int MOST_PIECES = 72;

    private static final int LONGEST_HOURS = 24 * 366;

    private static final List<Duration> PIECES = List.of(
            Tally.LENGTH,
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7));

    /**
     * The hours before a moment, begun a little earlier so that the first piece is whole.
     *
     * @throws ProblemException 422 {@code INVALID} for less than an hour or more than a year
     */
    static TimeWindow before(Instant to, int hours) {
        if (hours < 1 || hours > LONGEST_HOURS) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "INVALID",
                    "hours must be from 1 to %d, got %d".formatted(LONGEST_HOURS, hours));
        }
        Duration length = Duration.ofHours(hours);
        Duration piece = PIECES.stream()
                .filter(each -> length.dividedBy(each) <= MOST_PIECES)
                .findFirst()
                .orElseThrow();
        long start = to.minus(length).toEpochMilli();
        return new TimeWindow(Instant.ofEpochMilli(start - Math.floorMod(start, piece.toMillis())), to, piece);
    }

    /** How many pieces there are. */
    int pieces() {
        return (int) ((Duration.between(from, to).toMillis() + piece.toMillis() - 1) / piece.toMillis());
    }

    /** The number of the piece a moment lies in. */
    int pieceOf(Instant moment) {
        return (int) (Duration.between(from, moment).toMillis() / piece.toMillis());
    }

    /** When a piece begins. */
    Instant begin(int number) {
        return from.plus(piece.multipliedBy(number));
    }
}
