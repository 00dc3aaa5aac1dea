package dev.hearken.cli;

import dev.hearken.core.model.ModelFile;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken bench wake-word}: the public wake-word benchmark's protocol. */
@Command(
        name = "wake-word",
        description = {
            "Judge a detector by the protocol of the public wake-word benchmark: keywords in hours of background, a"
                    + " fifth of it speech, noise under all of it; found from a keyword's start to half a second behind"
                    + " its end, one alarm a refractory.",
            "It differs in what docs/detection.md lists: most of all, the hours are played in pieces that end with a"
                    + " keyword, so that all cores may work, and only the time outside keywords counts as hours."
        },
        footer = {
            "",
            "Example: hearken bench wake-word alexa.onnx --positives alexa --background librispeech --noise demand"
                    + " --hours 24 --snr 10"
        })
final class BenchWakeWord implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "MODEL", description = HomeOption.MODEL_HELP)
    private String model = "";

    @Option(
            names = "--positives",
            paramLabel = "DIR",
            arity = "1..*",
            required = true,
            description = "Recordings of one keyword each; each is used once.")
    private List<String> positives = List.of();

    @Option(
            names = "--background",
            paramLabel = "DIR",
            arity = "1..*",
            required = true,
            description = "Recordings of speech without the keyword; held in memory, 230 MB an hour.")
    private List<String> background = List.of();

    @Option(names = "--hours", paramLabel = "H", description = "How long all of it is to be; else 24.")
    private double hours = 24;

    @Mixin
    private TrialOptions trial = new TrialOptions();

    @Override
    public void run() {
        if (!(hours > 0 && hours <= 10_000)) {
            throw new ParameterException(spec.commandLine(), "--hours must be in (0, 10000], got " + hours);
        }
        ModelFile file = home.model(model);
        new DetectorEvaluation(spec, trial).runMixed(file, positives, background, hours);
    }
}
