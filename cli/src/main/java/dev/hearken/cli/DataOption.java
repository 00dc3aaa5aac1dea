package dev.hearken.cli;

import dev.hearken.lab.recipes.Recipe;
import dev.hearken.lab.recipes.RecipeRun;
import dev.hearken.lab.recipes.Settings;
import dev.hearken.store.database.Home;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data}: the recordings to learn from or judge by. */
final class DataOption {
    /** What KEY=VALUE may be, for help. */
    static final String SETTINGS_HELP = "Settings over the recipe's own: network=crnn training.epochs=20 seed=7.";

    /** More would push what matters off the screen. */
    private static final int REJECTED_SHOWN = 5;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Labelled recordings: label/name.wav, metadata.csv or another layout of docs/data.md.")
    Path folder = Path.of("");

    /** The recipe's work on these clips; what a user should know of them is told. */
    RecipeRun open(Recipe recipe, Settings settings, Home home, PrintWriter err) {
        return open(recipe, settings, folder, home, err);
    }

    /** The same for the clips of any folder. */
    static RecipeRun open(Recipe recipe, Settings settings, Path folder, Home home, PrintWriter err) {
        RecipeRun run = RecipeRun.open(recipe, settings, folder, home.cache().resolve("speech"));
        err.println("%,d clips in %s, %,d spoken by synthetic voices"
                .formatted(run.size(), folder, run.synthesized().clips().size()));
        run.synthesized().notes().forEach(err::println);
        run.rejected().stream().limit(REJECTED_SHOWN).forEach(clip -> err.println("left out: " + clip));
        if (run.rejected().size() > REJECTED_SHOWN) {
            err.println("left out: %,d more".formatted(run.rejected().size() - REJECTED_SHOWN));
        }
        return run;
    }
}
