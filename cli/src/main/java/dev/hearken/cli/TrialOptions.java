package dev.hearken.cli;

import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.streaming.Thresholds;
import dev.hearken.core.task.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a detector is tried on: how noise is put under its events, how many cores may work. */
final class TrialOptions {
    private static final int MOST_THREADS = 256;

    @Option(
            names = "--noise",
            paramLabel = "DIR",
            arity = "1..*",
            description = "Recordings of noise to put under the positives; else silence is around them.")
    List<String> noise = List.of();

    @Option(
            names = "--snr",
            paramLabel = "DB",
            description =
                    "How far the loudest 32 ms of a positive stand above the loudest of the noise under it; else 10.")
    double snrDb = 10;

    @Option(names = "--seed", paramLabel = "N", description = "What is drawn is drawn by this; else 1.")
    long seed = 1;

    @Option(names = "--threads", paramLabel = "N", description = "How many cores may work; else all.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--label",
            paramLabel = "L",
            description = "What is to be detected; needed if the model has several events.")
    private @Nullable String label;

    /** Refuses what cannot be done. */
    void check(CommandSpec spec) {
        if (!(snrDb >= -60 && snrDb <= 120)) {
            throw new ParameterException(spec.commandLine(), "--snr must be in [-60, 120], got " + snrDb);
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new ParameterException(
                    spec.commandLine(), "--threads must be in [1, " + MOST_THREADS + "], got " + threads);
        }
    }

    /** The label meant. */
    Label label(ModelMetadata metadata, CommandSpec spec) {
        List<Label> events = Thresholds.events(metadata);
        if (label == null && events.size() == 1) {
            return events.get(0);
        }
        return events.stream()
                .filter(event -> event.name().equals(label))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "say with --label which of these is to be detected: " + events));
    }
}
