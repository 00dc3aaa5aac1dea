package dev.hearken.cli;

import dev.hearken.lab.recipes.SearchSpace;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --sweep} and what belongs to it; and, not shown in help, what makes a training a trial of one. */
final class SweepOptions {
    @Option(
            names = "--sweep",
            arity = "1..*",
            paramLabel = "KEY=V1,V2|LOW..HIGH",
            description = "Train with every combination of these values and rank the results."
                    + " Judged on the validation part; the test part is not heard.")
    private List<String> axes = List.of();

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "Sweep: draw this many combinations at random instead of trying all.")
    private @Nullable Integer trials;

    @Option(names = "--workers", paramLabel = "K", description = "Sweep: processes at once; else one a core.")
    private @Nullable Integer workers;

    /** The run id a trial is recorded under. */
    @Option(names = "--trial", hidden = true)
    @Nullable
    UUID trial;

    /** The sweep it is a trial of. */
    @Option(names = "--trial-of", hidden = true)
    @Nullable
    String sweep;

    boolean isWanted() {
        return !axes.isEmpty();
    }

    /** What is swept over, as the user wrote it. */
    List<String> axes() {
        return axes;
    }

    /** The settings of each trial. */
    List<List<String>> trials(long seed) {
        SearchSpace space = SearchSpace.parse(axes);
        return trials == null ? space.grid() : space.random(trials, seed);
    }

    /** How many processes train at once; two cores serve two. */
    int workers() {
        return Math.max(
                1, Optional.ofNullable(workers).orElse(Runtime.getRuntime().availableProcessors()));
    }
}
