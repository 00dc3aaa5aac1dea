package dev.hearken.lab.report;

import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.lab.recipes.Recipe;
import dev.hearken.lab.recipes.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a recipe or a model is, after Mitchell et al. (2019), "Model cards for model reporting".
 *
 * @param recipe the recipe's name
 * @param question what it answers, for a person
 * @param settings the resolved settings, by dotted key
 * @param licences what it was made from besides the user's own clips
 * @param model the model file; empty for a recipe that trained one a fold
 */
public record ModelCard(
        String recipe,
        String question,
        SortedMap<String, String> settings,
        List<Licence> licences,
        Optional<ModelFile> model) {
    public ModelCard {
        settings = new TreeMap<>(settings);
        licences = List.copyOf(licences);
    }

    /** The card of a model file, which says all this of itself. */
    public static ModelCard of(ModelFile model) {
        ModelMetadata metadata = model.metadata();
        return new ModelCard(
                metadata.task(),
                Recipe.named(metadata.task()).question(),
                new TreeMap<>(metadata.provenance().settings()),
                metadata.licences(),
                Optional.of(model));
    }

    /** The card of a recipe that trains a model for each fold. */
    public static ModelCard of(Recipe recipe, Settings settings) {
        Map<String, String> byName = settings.byName();
        return new ModelCard(
                recipe.name(), recipe.question(), new TreeMap<>(byName), recipe.licences(settings), Optional.empty());
    }

    /** What it is meant for and what not. */
    public IntendedUse use() {
        return IntendedUse.of(recipe);
    }
}
