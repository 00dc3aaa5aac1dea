package dev.hearken.cli;

import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Decoding;
import dev.hearken.core.audio.Rejected;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.inference.Prediction;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken predict}: what a model hears in recordings. */
@Command(
        name = "predict",
        description = {
            "Say what a model hears in recordings: one line a file.",
            "latency_ms counts from decoded samples to probabilities. A file that cannot be read gets a line with its code;"
                    + " the others are answered all the same, and the exit code is 1."
        },
        footer = {"", "Example: hearken predict digits recordings/*.wav --json"})
final class Predict implements Callable<Integer> {
    private static final double NANOS_PER_MILLI = 1e6;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "MODEL", description = HomeOption.MODEL_HELP)
    private String model = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Recordings: files, folders, quoted globs, or - for standard input.")
    private List<String> files = List.of();

    private boolean json;
    private boolean allRead = true;

    @Override
    public Integer call() {
        json = Json.isWanted(spec.commandLine());
        List<Recording> recordings =
                files.stream().flatMap(file -> Recording.named(file).stream()).toList();
        try (Classifier classifier = Classifier.open(home.model(model))) {
            for (Recording recording : recordings) {
                answer(classifier, recording);
            }
        }
        return allRead ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void answer(Classifier classifier, Recording recording) {
        Decoding decoding = recording.read();
        if (decoding instanceof Decoded clip) {
            long start = System.nanoTime();
            Prediction prediction = classifier.classify(clip.waveform());
            tell(recording, prediction, (System.nanoTime() - start) / NANOS_PER_MILLI);
        } else if (decoding instanceof Rejected rejected) {
            allRead = false;
            tell(recording, rejected);
        }
    }

    private void tell(Recording recording, Prediction prediction, double latencyMillis) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("file", recording.name());
            line.put("label", prediction.label().name());
            line.put("probability", prediction.probability());
            line.put("probabilities", prediction.posteriors().byName());
            line.put("latency_ms", Math.round(1000 * latencyMillis) / 1000.0);
            out.println(Json.of(line));
        } else {
            out.println(
                    "%s: %s (%.1f %%)".formatted(recording.name(), prediction.label(), 100 * prediction.probability()));
        }
    }

    private void tell(Recording recording, Rejected rejected) {
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("file", recording.name());
            line.put("code", rejected.reason().name());
            line.put("title", rejected.detail());
            spec.commandLine().getOut().println(Json.of(line));
        } else {
            spec.commandLine()
                    .getErr()
                    .println("%s: %s [%s]".formatted(recording.name(), rejected.detail(), rejected.reason()));
        }
    }
}
