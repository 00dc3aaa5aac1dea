package dev.hearken.cli;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.report.Cost;
import dev.hearken.lab.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --report}: everything there is to tell, on a page. */
final class ReportOption {
    private static final int RUNS = 30;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Also write report.html, a page that needs no network, and report.json into this folder.")
    private @Nullable Path folder;

    /** The files of the report, if one is wanted. */
    List<Path> files() {
        return folder == null ? List.of() : List.of(folder.resolve(Report.PAGE), folder.resolve(Report.JSON));
    }

    /** Writes the report, if one is wanted, and says where. */
    void write(Supplier<Report> report, PrintWriter err) {
        if (folder != null) {
            write(report.get(), folder, err);
        }
    }

    private static void write(Report report, Path folder, PrintWriter err) {
        try {
            report.write(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        err.println("wrote " + folder.resolve(Report.PAGE));
    }

    /** What running a model takes, measured now: one window of noise at a time. */
    static Cost costOf(ModelFile model) {
        double seconds =
                (double) model.metadata().windowSamples() / model.metadata().sampleRateHz();
        Waveform clip = Timing.noise(seconds, model.metadata().sampleRateHz());
        try (Classifier classifier = Classifier.open(model)) {
            Timing timing = Timing.of(RUNS, () -> classifier.classify(clip));
            return new Cost(model.toBytes().length, seconds, RUNS, timing.medianMillis(), timing.p90Millis());
        }
    }
}
