package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.Licence;
import dev.hearken.lab.dataset.Holdout;
import dev.hearken.lab.phrase.BackgroundPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken phrase pack}: openly licensed sounds in, a background to give away out. */
@Command(
        name = "pack",
        description =
                "Make a background for detectors: what the backbone makes of openly licensed speech and sounds, with credits.",
        footer = {
            "",
            "Example: hearken phrase pack 'speech=LibriSpeech|CC-BY-4.0|V. Panayotov and others' --out background"
        })
final class PhrasePack implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR=WORK|LICENCE|ATTRIBUTION",
            description = "A folder of sounds, and whose they are.")
    private List<String> sources = List.of();

    @Option(
            names = "--holdout",
            paramLabel = "SHARE",
            description = "Speakers (else files) left out by their names' CRC-32; else 0.")
    private double holdout;

    @Option(
            names = "--disturbed",
            paramLabel = "SHARE",
            description = "Of the sounds that are kept a second time, through a room and noise; else 0.3.")
    private double disturbed = 0.3;

    @Option(names = "--seed", paramLabel = "N", description = "What everything random is drawn from; else 1.")
    private long seed = 1;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where its two files are written.")
    private Path out = Path.of(".");

    @Override
    public void run() {
        List<BackgroundPack.Source> parsed =
                sources.stream().map(PhrasePack::source).toList();
        try {
            Files.createDirectories(out);
            double hours = BackgroundPack.write(parsed, new Holdout(holdout), disturbed, out, seed);
            spec.commandLine().getOut().printf("wrote %.2f hours of background to %s%n", hours, out);
        } catch (IOException unwritable) {
            throw Unwritable.of("OUT_UNWRITABLE", out, unwritable);
        }
    }

    private static BackgroundPack.Source source(String argument) {
        int split = argument.indexOf('=');
        String[] credit = argument.substring(split + 1).split("\\|", -1);
        if (split < 1 || credit.length != 3) {
            throw HearkenException.user(
                    "CREDIT_MALFORMED", "expected DIR=WORK|LICENCE|ATTRIBUTION, got '" + argument + "'");
        }
        return new BackgroundPack.Source(
                Path.of(argument.substring(0, split)), new Licence(credit[0], credit[1], credit[2]));
    }
}
