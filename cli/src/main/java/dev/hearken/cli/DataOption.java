package dev.hearken.cli;

import dev.hearken.lab.dataset.Grouping;
import dev.hearken.lab.recipes.Recipe;
import dev.hearken.lab.recipes.RecipeRun;
import dev.hearken.lab.recipes.Settings;
import dev.hearken.store.database.Home;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --data}: the recordings to learn from or judge by. */
final class DataOption {
    /** What KEY=VALUE may be, for help. */
    static final String SETTINGS_HELP = "Settings over the recipe's own: network=crnn training.epochs=20 seed=7.";

    /** The verb this stands on. */
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Labelled recordings: label/name.wav, metadata.csv or another layout of docs/data.md.")
    @Nullable
    Path folder;

    @Option(
            names = "--group-pattern",
            paramLabel = "REGEX",
            description =
                    "Finds the speaker or source in a recording's path, in its first parentheses: '^[^/]+/(\\w+)-'.")
    @Nullable
    String groupPattern;

    /** What was asked for; it must have been. */
    DataSource source() {
        if (folder == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--data=DIR'");
        }
        return new DataSource(folder, groupPattern == null ? Grouping.asTold() : Grouping.byPattern(groupPattern));
    }

    /** The recipe's work on these clips; what a user should know of them is told. */
    RecipeRun open(Recipe recipe, Settings settings, Home home, PrintWriter err) {
        return open(recipe, settings, source(), home, err);
    }

    /** The same for the clips of any source. */
    static RecipeRun open(Recipe recipe, Settings settings, DataSource data, Home home, PrintWriter err) {
        RecipeRun run = RecipeRun.open(recipe, settings, data.read(err), home);
        err.println("%,d clips in %s, %,d spoken by synthetic voices"
                .formatted(run.size(), data.path(), run.synthesized().clips().size()));
        run.synthesized().notes().forEach(err::println);
        DataSource.tellLeftOut(run.rejected(), err);
        return run;
    }
}
