package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Decoding;
import dev.hearken.core.audio.Rejected;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.inference.Driver;
import dev.hearken.core.inference.Explainer;
import dev.hearken.core.inference.Explanation;
import dev.hearken.core.inference.Prediction;
import dev.hearken.core.model.ModelFile;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    /** Reasons given for an answer; more than a person takes in at once help nobody. */
    private static final int DRIVERS = 3;

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

    @Option(
            names = "--explain",
            description = "Name what drove each answer, in words; --json always does where the model can.")
    private boolean explain;

    private boolean json;
    private boolean allRead = true;

    @Override
    public Integer call() {
        json = Json.isWanted(spec.commandLine());
        List<Recording> recordings =
                files.stream().flatMap(file -> Recording.named(file).stream()).toList();
        ModelFile file = home.model(model);
        Optional<Explainer> explainer = explainer(file);
        try (Classifier classifier = Classifier.open(file)) {
            for (Recording recording : recordings) {
                answer(classifier, explainer, recording);
            }
        } finally {
            explainer.ifPresent(Explainer::close);
        }
        return allRead ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Optional<Explainer> explainer(ModelFile file) {
        Optional<Explainer> explainer = explain || json ? Explainer.of(file) : Optional.empty();
        if (explain && explainer.isEmpty()) {
            throw HearkenException.user(
                    "NO_EXPLANATION",
                    "'" + model + "' carries no explanation of its answers: call it without --explain");
        }
        return explainer;
    }

    private void answer(Classifier classifier, Optional<Explainer> explainer, Recording recording) {
        Decoding decoding = recording.read();
        if (decoding instanceof Decoded clip) {
            long start = System.nanoTime();
            Prediction prediction = classifier.classify(clip.waveform());
            double latencyMillis = (System.nanoTime() - start) / NANOS_PER_MILLI;
            tell(
                    recording,
                    prediction,
                    latencyMillis,
                    explainer.map(words -> words.explain(clip.waveform(), prediction.label())));
        } else if (decoding instanceof Rejected rejected) {
            allRead = false;
            new UnreadRecording(recording, rejected.reason().name(), rejected.detail()).tell(spec);
        }
    }

    private void tell(
            Recording recording, Prediction prediction, double latencyMillis, Optional<Explanation> explanation) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("file", recording.name());
            line.put("label", prediction.label().name());
            line.put("probability", prediction.probability());
            line.put("probabilities", prediction.posteriors().byName());
            line.put("latency_ms", Math.round(1000 * latencyMillis) / 1000.0);
            explanation.ifPresent(words -> {
                line.put("drivers", words.strongest(DRIVERS));
                line.put("drivers_r2", words.r2());
            });
            out.println(Json.of(line));
        } else {
            out.println(
                    "%s: %s (%.1f %%)".formatted(recording.name(), prediction.label(), 100 * prediction.probability()));
            explanation.ifPresent(words -> tell(out, words));
        }
    }

    private static void tell(PrintWriter out, Explanation explanation) {
        for (Driver driver : explanation.strongest(DRIVERS)) {
            out.println("  %s it, %+.2f: %s"
                    .formatted(driver.effect() < 0 ? "against" : "for", driver.effect(), driver.words()));
        }
        out.println("  (in log-odds, by a linear stand-in that accounts for %.0f %% of how the model's answers vary)"
                .formatted(100 * Math.max(0, explanation.r2())));
    }
}
