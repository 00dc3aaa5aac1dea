package dev.hearken.server.system;

import dev.hearken.server.models.LiveModels;
import dev.hearken.server.models.ServingState;
import dev.hearken.store.database.Home;
import dev.hearken.store.jobs.Job.State;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.monitoring.DiskSpace;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The meters of this process, as Prometheus reads them. */
@Configuration(proxyBeanMethods = false)
class Metering {
    /** What is timed falls between these, in milliseconds: from a small model's answer to a long upload. */
    private static final long[] BOUNDS_MILLIS = {1, 2, 5, 10, 20, 40, 100, 200, 500, 1_000, 2_000, 5_000, 10_000};

    @Bean(destroyMethod = "close")
    JvmGcMetrics garbageCollection() {
        return new JvmGcMetrics();
    }

    @Bean
    PrometheusMeterRegistry meters(
            Home home, JobQueue queue, LiveModels models, Release release, JvmGcMetrics garbageCollection) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        meters.config().meterFilter(new Bounds());
        Stream.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics(),
                        garbageCollection)
                .forEach(binder -> binder.bindTo(meters));
        Gauge.builder("hearken.build", () -> 1)
                .description("Always 1; the release stands in the label.")
                .tag("version", release.version())
                .register(meters);
        gauges(meters, home, queue, models);
        return meters;
    }

    private static void gauges(MeterRegistry meters, Home home, JobQueue queue, LiveModels models) {
        Gauge.builder("hearken.disk.free", () -> DiskSpace.of(home.root()).freeBytes())
                .description("What may still be written on the disk of the home.")
                .baseUnit("bytes")
                .register(meters);
        Gauge.builder("hearken.disk.full", () -> DiskSpace.of(home.root()).fullShare())
                .description("The share of that disk that is taken.")
                .baseUnit("ratio")
                .register(meters);
        for (State state : new State[] {State.QUEUED, State.RUNNING}) {
            Gauge.builder("hearken.jobs", () -> queue.count(state))
                    .description("Jobs that are not over.")
                    .tags(Tags.of("state", state.name().toLowerCase(Locale.ROOT)))
                    .register(meters);
        }
        Gauge.builder(
                        "hearken.models.loaded",
                        () -> models.states().stream()
                                .filter(state -> state.serving().isPresent())
                                .count())
                .description("Projects a model answers for.")
                .register(meters);
        Gauge.builder(
                        "hearken.models.degraded",
                        () -> models.states().stream()
                                .map(ServingState::trouble)
                                .filter(trouble -> trouble.isPresent())
                                .count())
                .description("Projects whose live version does not answer.")
                .register(meters);
    }

    /** Gives our timers buckets, from which Prometheus makes percentiles over any time and any number of servers. */
    private static final class Bounds implements MeterFilter {
        @Override
        public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
            if (id.getType() != Meter.Type.TIMER || !id.getName().startsWith("hearken.")) {
                return config;
            }
            double[] nanos = new double[BOUNDS_MILLIS.length];
            for (int i = 0; i < nanos.length; i++) {
                nanos[i] = Duration.ofMillis(BOUNDS_MILLIS[i]).toNanos();
            }
            return DistributionStatisticConfig.builder()
                    .serviceLevelObjectives(nanos)
                    .build()
                    .merge(config);
        }
    }
}
