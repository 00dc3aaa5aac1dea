package dev.hearken.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How long a clip, how many runs. */
final class BenchOptions {
    private static final int MOST_SECONDS = 600;

    @Option(names = "--seconds", paramLabel = "S", description = "Length of the clip; else 1.")
    double seconds = 1;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "How many runs to measure, after as many to warm up; else 500.")
    int runs = 500;

    /** Refuses what cannot be measured. */
    void check(CommandSpec spec) {
        if (!(seconds > 0 && seconds <= MOST_SECONDS) || runs < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--seconds must be in (0, " + MOST_SECONDS + "] and --runs at least 1");
        }
    }

    void tell(CommandSpec spec, String bench, String what, Timing timing) {
        spec.commandLine()
                .getOut()
                .println(
                        Json.isWanted(spec.commandLine())
                                ? Json.of(timing.properties(bench, what, seconds))
                                : timing.inWords(what, seconds));
    }
}
