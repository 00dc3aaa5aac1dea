package dev.hearken.server.system;

import com.sun.management.OperatingSystemMXBean;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.inference.ExecutionProvider;
import dev.hearken.server.system.SystemView.Cpu;
import dev.hearken.server.system.SystemView.Disk;
import dev.hearken.server.system.SystemView.Memory;
import dev.hearken.server.system.SystemView.OnnxRuntime;
import dev.hearken.server.system.SystemView.Queue;
import dev.hearken.store.database.Home;
import dev.hearken.store.jobs.Job.State;
import dev.hearken.store.jobs.JobQueue;
import dev.hearken.store.monitoring.DiskSpace;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the server itself does, for people and for Prometheus. */
@RestController
@Tag(name = "monitoring")
class SystemController {
    private static final MediaType PROMETHEUS = MediaType.parseMediaType("text/plain; version=0.0.4; charset=utf-8");

    private final Home home;
    private final JobQueue queue;
    private final Release release;
    private final ExecutionProvider.Choice provider;
    private final PrometheusMeterRegistry meters;

    SystemController(
            Home home,
            JobQueue queue,
            Release release,
            ExecutionProvider.Choice provider,
            PrometheusMeterRegistry meters) {
        this.home = home;
        this.queue = queue;
        this.release = release;
        this.provider = provider;
        this.meters = meters;
    }

    @GetMapping(path = "/api/v1/monitoring", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How the server does", description = "Processors, memory, disk, cards, jobs, use of the API.")
    SystemView systemMonitoring() {
        var process = ManagementFactory.getRuntimeMXBean();
        DiskSpace disk = DiskSpace.of(home.root());
        return new SystemView(
                release.version(),
                Instant.ofEpochMilli(process.getStartTime()),
                Duration.ofMillis(process.getUptime()).toMillis() / 1_000.0,
                cpu(),
                memory(),
                new Disk(disk.totalBytes(), disk.freeBytes(), disk.fullShare()),
                Gpus.ask(System.getenv().getOrDefault("PATH", "")),
                new Queue(queue.count(State.QUEUED), queue.count(State.RUNNING)),
                new OnnxRuntime(
                        Classifier.engineVersion(),
                        provider.provider().name(),
                        provider.trouble().orElse(null)),
                RouteUses.of(meters));
    }

    @GetMapping("/metrics")
    @Operation(summary = "The meters of this process, as Prometheus reads them")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(types = "string")))
    ResponseEntity<String> metrics() {
        return ResponseEntity.ok().contentType(PROMETHEUS).body(meters.scrape());
    }

    private static Cpu cpu() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Cpu(
                system.getAvailableProcessors(),
                known(system.getProcessCpuLoad()),
                known(system.getCpuLoad()),
                known(system.getSystemLoadAverage()));
    }

    private static Memory memory() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new Memory(
                heap.getUsed(),
                heap.getMax(),
                ProcessMemory.residentBytes().orElse(null),
                system.getTotalMemorySize(),
                system.getFreeMemorySize());
    }

    /** The operating system tells -1 for what it does not know. */
    private static @Nullable Double known(double value) {
        return value < 0 || Double.isNaN(value) ? null : value;
    }
}
