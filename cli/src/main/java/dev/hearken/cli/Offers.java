package dev.hearken.cli;

import dev.hearken.lab.recipes.Recipe;
import dev.hearken.server.RecipeOffer;
import java.util.List;

/** The recipes as the server tells of them. */
final class Offers {
    private Offers() {}

    static List<RecipeOffer> all() {
        return Recipe.all().stream().map(Offers::of).toList();
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
