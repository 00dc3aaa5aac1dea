package dev.hearken.cli;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.inference.Classifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken bench predict}: from samples to probabilities, one clip at a time. */
@Command(
        name = "predict",
        description = "Measure a model from samples to probabilities: one clip of noise at a time, on one thread.",
        footer = {"", "Example: hearken bench predict digits --seconds 1"})
final class BenchPredict implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Parameters(index = "0", paramLabel = "MODEL", description = HomeOption.MODEL_HELP)
    private String model = "";

    @Override
    public void run() {
        options.check(spec);
        try (Classifier classifier = Classifier.open(home.model(model))) {
            Waveform clip =
                    Timing.noise(options.seconds, classifier.model().metadata().sampleRateHz());
            options.tell(spec, "predict", model, Timing.of(options.runs, () -> classifier.classify(clip)));
        }
    }
}
