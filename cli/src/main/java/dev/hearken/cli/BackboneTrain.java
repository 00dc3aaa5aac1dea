package dev.hearken.cli;

import dev.hearken.lab.dataset.Holdout;
import dev.hearken.lab.recipes.BackboneRun;
import dev.hearken.lab.training.BackboneSettings;
import dev.hearken.store.database.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hearken backbone train}: recordings without labels in, weights of a speech embedding that hears through noise out. */
@Command(
        name = "train",
        description = {
            "Train the speech embedding to give, from noisy, reverberant sound, what it gave of the clean sound."
                    + " No labels are needed. Takes an hour or more; see docs/backbone.md.",
            "Ctrl-C ends early and keeps the best weights so far; the same command goes on where it was, after a crash too."
        },
        footer = {"", "Example: hearken backbone train --speech recordings --noise noises --out robust.onnx"})
final class BackboneTrain implements Runnable {
    /** Where a weight file says what it was made from. */
    private static final String PROVENANCE = "hearken.provenance";

    /** The share held out unless another is asked for. */
    static final String HOLDOUT = "0.5";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--speech", required = true, paramLabel = "DIR", description = "Clean speech; may be repeated.")
    private List<Path> speech = List.of();

    @Option(names = "--noise", required = true, paramLabel = "DIR", description = "Noises; may be repeated.")
    private List<Path> noise = List.of();

    @Option(names = "--steps", paramLabel = "N", description = "How many steps of 16 windows of 4 s; else 4000.")
    private int steps = 4000;

    @Option(
            names = "--holdout",
            paramLabel = "SHARE",
            description = "Speakers (else files) kept out by their names' CRC-32, to measure by; else " + HOLDOUT + ".")
    private double holdout = Double.parseDouble(HOLDOUT);

    @Option(names = "--synthesized", paramLabel = "N", description = "Sentences by synthetic voices; else 1200.")
    private int synthesized = 1200;

    @Option(names = "--seed", paramLabel = "N", description = "What everything random is drawn from; else 1.")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "FILE.onnx", description = "Where to write the weights; else backbone.onnx.")
    private Path out = Path.of("backbone.onnx");

    @Override
    public void run() {
        PrintWriter err = spec.commandLine().getErr();
        Interruption interruption = Interruption.listen(err);
        ProgressLine line = new ProgressLine(err);
        Home opened = home.open();
        BackboneRun run = new BackboneRun(
                speech, noise, new Holdout(holdout), synthesized, BackboneSettings.standard(steps), seed);
        Path checkpoint = checkpoint(opened, run);
        BackboneRun.Result result = run.train(
                opened,
                Optional.of(checkpoint),
                err::println,
                progress -> line.show(progress.toString()),
                interruption);
        line.end();
        String origin = Json.of(result.origin());
        write(result.weights().toOnnx(new TreeMap<>(Map.of(PROVENANCE, origin))));
        if (result.trained().steps() == steps) {
            forget(checkpoint);
        }
        spec.commandLine().getOut().println(Json.isWanted(spec.commandLine()) ? origin : "wrote " + out);
    }

    /** The same folders and settings find the same checkpoint again. */
    private static Path checkpoint(Home opened, BackboneRun run) {
        UUID name = UUID.nameUUIDFromBytes(run.toString().getBytes(StandardCharsets.UTF_8));
        return opened.cache().resolve("backbone-" + name + ".checkpoint");
    }

    private void write(byte[] weights) {
        try {
            Files.write(out, weights);
        } catch (IOException unwritable) {
            throw Unwritable.of("WEIGHTS_UNWRITABLE", out, unwritable);
        }
    }

    private static void forget(Path checkpoint) {
        try {
            Files.deleteIfExists(checkpoint);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
