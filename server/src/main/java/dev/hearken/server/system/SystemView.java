package dev.hearken.server.system;

import dev.hearken.server.system.Gpus.Gpu;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the server itself does. */
@Schema(name = "SystemMonitoring")
record SystemView(
        String version,
        Instant startedAt,
        double uptimeSeconds,
        Cpu cpu,
        Memory memory,
        Disk disk,

        @Schema(description = "Empty without NVIDIA cards and their nvidia-smi.")
        List<Gpu> gpus,

        Queue jobs,
        OnnxRuntime onnxRuntime,

        @Schema(description = "Since the start, the busiest first.")
        List<RouteUse> api) {
    /** What the processors are doing; absent where the operating system does not tell. */
    @Schema(name = "Cpu")
    record Cpu(
            int processors,

            @Schema(description = "The share of them this process takes.") @Nullable
            Double processShare,

            @Schema(description = "The share of them that is taken at all.") @Nullable
            Double systemShare,

            @Schema(description = "Processes that run or wait, over a minute.") @Nullable
            Double loadAverage) {}

    /** Where memory is. */
    @Schema(name = "Memory")
    record Memory(
            long heapUsedBytes,
            long heapMaxBytes,

            @Schema(description = "The whole process, models and native libraries too; absent where nobody tells.")
            @Nullable
            Long processBytes,

            @Nullable Long systemTotalBytes,
            @Nullable Long systemFreeBytes) {}

    /** The disk of the home. */
    @Schema(name = "Disk")
    record Disk(long totalBytes, long freeBytes, double fullShare) {}

    /** The queue of jobs. */
    @Schema(name = "JobQueue")
    record Queue(long queued, long running) {}

    /** What models are run by. */
    @Schema(name = "OnnxRuntime")
    record OnnxRuntime(
            @Schema(example = "1.28.0") String version,
            @Schema(example = "CPU") String executionProvider,

            @Schema(description = "Why it is not what was asked for.") @Nullable
            String trouble) {}

    /** How an address is used. */
    @Schema(name = "RouteUse")
    record RouteUse(
            String method,

            @Schema(example = "/api/v1/projects/{project}/predictions")
            String route,

            long requests,
            @Schema(description = "Answered with 4xx.") long refused,
            @Schema(description = "Answered with 5xx.") long failed,
            double meanMs,
            @Schema(description = "Of the last minutes.") double maxMs) {}
}
