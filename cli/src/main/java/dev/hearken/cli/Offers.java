package dev.hearken.cli;

import dev.hearken.lab.phrase.PhraseSettings;
import dev.hearken.lab.phrase.PhraseTraining;
import dev.hearken.lab.recipes.Recipe;
import dev.hearken.server.RecipeOffer;
import java.util.List;
import java.util.stream.Stream;

/** The recipes as the server tells of them. */
final class Offers {
    private Offers() {}

    static List<RecipeOffer> all() {
        return Stream.concat(Recipe.all().stream().map(Offers::of), Stream.of(phrase()))
                .toList();
    }

    private static RecipeOffer phrase() {
        return new RecipeOffer(
                PhraseTraining.TASK,
                "Was this typed phrase spoken?",
                List.of("detector-head"),
                PhraseSettings.STANDARD.byName());
    }

    private static RecipeOffer of(Recipe recipe) {
        String network = recipe.networks().get(0);
        return new RecipeOffer(
                recipe.name(),
                recipe.question(),
                recipe.networks(),
                recipe.defaults(network).byName());
    }
}
