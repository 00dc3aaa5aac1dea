package dev.hearken.cli;

import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.streaming.Detector;
import dev.hearken.core.streaming.DetectorPool;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken bench streams}: how many live streams one core carries. */
@Command(
        name = "streams",
        description = {
            "Measure how many live streams one core carries: each brings one hop of noise, all are computed together,"
                    + " again and again.",
            "Processor time is what counts, so that other work on the machine does not."
        },
        footer = {"", "Example: hearken bench streams hey-computer.onnx --streams 64"})
final class BenchStreams implements Runnable {
    private static final double NANOS = 1e9;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "MODEL", description = HomeOption.MODEL_HELP)
    private String model = "";

    @Option(names = "--streams", paramLabel = "N", description = "How many streams are run together; else 64.")
    private int streams = 64;

    @Option(names = "--rate", paramLabel = "HZ", description = "The sample rate of the streams; else the model's.")
    private int rate;

    @Option(
            names = "--hops",
            paramLabel = "N",
            description = "How many hops of each are measured, after a quarter as many; else 40.")
    private int hops = 40;

    @Override
    public void run() {
        if (streams < 1 || streams > 10_000 || hops < 1 || rate < 0 || rate > 384_000) {
            throw new ParameterException(
                    spec.commandLine(), "--streams must be in [1, 10000], --hops at least 1, --rate at most 384000");
        }
        try (DetectorPool pool = DetectorPool.open(home.model(model))) {
            ModelMetadata metadata = pool.model().metadata();
            int sampleRateHz = rate == 0 ? metadata.sampleRateHz() : rate;
            double hopSeconds = (double) metadata.hopSamples() / metadata.sampleRateHz();
            List<Detector> detectors = Stream.generate(() -> pool.detector(sampleRateHz))
                    .limit(streams)
                    .toList();
            float[] block = Timing.noise(hopSeconds, sampleRateHz).toArray();
            listen(pool, detectors, block, 1 + hops / 4);
            ThreadMXBean clock = ManagementFactory.getThreadMXBean();
            long processor = clock.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            listen(pool, detectors, block, hops);
            tell(
                    pool,
                    hopSeconds,
                    (clock.getCurrentThreadCpuTime() - processor) / NANOS / hops,
                    (System.nanoTime() - wall) / NANOS / hops);
        }
    }

    private static void listen(DetectorPool pool, List<Detector> detectors, float[] block, int times) {
        for (int i = 0; i < times; i++) {
            detectors.forEach(detector -> detector.offer(block));
            pool.run(detectors);
            detectors.forEach(Detector::poll);
        }
    }

    /** All of them for one hop take so many seconds of processor and of the clock on the wall. */
    private void tell(DetectorPool pool, double hopSeconds, double processorSeconds, double wallSeconds) {
        double carried = streams * hopSeconds / processorSeconds;
        PrintWriter out = spec.commandLine().getOut();
        if (Json.isWanted(spec.commandLine())) {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("bench", "streams");
            properties.put("of", model);
            properties.put("streams", streams);
            properties.put("each_frame_once", pool.isStateful());
            properties.put("processor_ms_per_hop", 1000 * processorSeconds);
            properties.put("wall_ms_per_hop", 1000 * wallSeconds);
            properties.put("streams_per_core", carried);
            out.println(Json.of(properties));
        } else {
            out.println(String.format(
                    Locale.ROOT,
                    "%s: %d streams, each %.0f ms %.1f ms of processor time (%.1f ms on the clock), %s: one core"
                            + " carries %.0f",
                    model,
                    streams,
                    1000 * hopSeconds,
                    1000 * processorSeconds,
                    1000 * wallSeconds,
                    pool.isStateful() ? "each frame computed once" : "each window computed anew",
                    carried));
        }
    }
}
