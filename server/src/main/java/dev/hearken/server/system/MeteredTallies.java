package dev.hearken.server.system;

import dev.hearken.store.monitoring.Tallies;
import dev.hearken.store.monitoring.Tally;
import dev.hearken.store.monitoring.Tally.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Whatever is counted for the dashboard is counted for Prometheus as well. */
@Component
final class MeteredTallies {
    private static final double MILLIS_A_SECOND = 1_000;
    private static final long NANOS_A_MICRO = 1_000;

    private final MeterRegistry meters;

    MeteredTallies(Tallies tallies, MeterRegistry meters) {
        this.meters = meters;
        tallies.listen(this::count);
    }

    private void count(String project, Kind kind, String bin, long amount) {
        switch (kind) {
            case LABEL -> add("hearken.predictions", project, "label", bin, amount);
            case REFUSED -> add("hearken.refusals", project, "code", bin, amount);
            case FAILED -> add("hearken.failures", project, "code", bin, amount);
            case DETECTED -> add("hearken.detections", project, "label", bin, amount);
            case LISTENED ->
                meters.counter("hearken.listened.seconds", "project", project).increment(amount / MILLIS_A_SECOND);
            case LATENCY ->
                meters.timer("hearken.prediction.latency", "project", project)
                        .record(Math.round(NANOS_A_MICRO * Tally.latencyMicros(bin)), TimeUnit.NANOSECONDS);
            case CONFIDENCE, CONFIDENCE_SUM -> {
                // The dashboard draws them; an average over servers would say little.
            }
        }
    }

    private void add(String name, String project, String tag, String value, long amount) {
        meters.counter(name, "project", project, tag, value).increment((double) amount);
    }
}
