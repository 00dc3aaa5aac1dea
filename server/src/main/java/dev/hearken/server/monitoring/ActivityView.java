package dev.hearken.server.monitoring;

import dev.hearken.store.monitoring.Tally;
import dev.hearken.store.monitoring.Tally.Kind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a project's model was asked and answered, over a stretch of time and piece by piece. */
@Schema(name = "Activity")
record ActivityView(
        @Schema(description = "Recordings that were answered.")
        long answered,

        @Schema(description = "Recordings that were refused, such as what is no sound: the sender can mend it.")
        long refused,

        @Schema(description = "Requests that failed here.") long failed,

        @Schema(description = "failed / (answered + failed); absent where there were none.") @Nullable
        Double errorShare,

        @Schema(description = "Refusals and failures by code.", example = "{\"NOT_AUDIO\": 3}")
        Map<String, Long> codes,

        @Nullable Latency latencyMs,

        @Schema(description = "The mean probability of the labels that were answered.") @Nullable
        Double meanConfidence,

        @Schema(description = "Answers by tenth of their probability: the first from 0 to 0.1.")
        List<Long> confidence,

        @Schema(description = "Answers by label.") Map<String, Long> labels,
        @Schema(description = "Hours of sound on streams.") double hoursListened,

        @Schema(description = "Detections on streams, by label.")
        Map<String, Long> detections,

        @Schema(description = "Piece by piece, oldest first, empty ones too.")
        List<Piece> pieces) {
    private static final double MILLIS_AN_HOUR = 3_600_000;

    /** Percentiles of how long answers took. */
    @Schema(
            name = "Latency",
            description =
                    "From the received bytes to the probabilities, in milliseconds; right to 5 %, from bins 9 % apart.")
    record Latency(
            @Schema(description = "Of so many answers.") long n, double p50, double p95, double p99) {}

    /** A piece of the time. */
    @Schema(name = "ActivityPiece")
    record Piece(
            Instant at,
            long answered,
            long refused,
            long failed,
            @Nullable Double meanConfidence,
            @Nullable Latency latencyMs,
            Map<String, Long> labels,
            double hoursListened,
            Map<String, Long> detections) {
        static Piece of(Instant at, Counted counted) {
            return new Piece(
                    at,
                    counted.sum(Kind.LABEL),
                    counted.sum(Kind.REFUSED),
                    counted.sum(Kind.FAILED),
                    counted.meanConfidence(),
                    counted.latency(),
                    counted.by(Kind.LABEL),
                    counted.listened().toMillis() / MILLIS_AN_HOUR,
                    counted.by(Kind.DETECTED));
        }
    }

    static ActivityView of(TimeWindow window, List<Tally> tallies) {
        Counted all = Counted.of(tallies);
        Map<String, Long> codes = new TreeMap<>(all.by(Kind.REFUSED));
        all.by(Kind.FAILED).forEach((code, amount) -> codes.merge(code, amount, Long::sum));
        return new ActivityView(
                all.sum(Kind.LABEL),
                all.sum(Kind.REFUSED),
                all.sum(Kind.FAILED),
                all.errorShare(),
                codes,
                all.latency(),
                all.meanConfidence(),
                Arrays.stream(all.confidence()).boxed().toList(),
                all.by(Kind.LABEL),
                all.listened().toMillis() / MILLIS_AN_HOUR,
                all.by(Kind.DETECTED),
                pieces(window, tallies));
    }

    private static List<Piece> pieces(TimeWindow window, List<Tally> tallies) {
        List<Counted> counted = new ArrayList<>();
        IntStream.range(0, window.pieces()).forEach(unused -> counted.add(new Counted()));
        tallies.forEach(tally -> counted.get(window.pieceOf(tally.at())).add(tally));
        return IntStream.range(0, counted.size())
                .mapToObj(i -> Piece.of(window.begin(i), counted.get(i)))
                .toList();
    }
}
