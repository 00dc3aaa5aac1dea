package dev.hearken.cli;

import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.ClipLoader;
import dev.hearken.lab.dataset.DatasetDigest;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.dataset.LoadedClips;
import dev.hearken.lab.recipes.Recipe;
import dev.hearken.lab.recipes.RecipeClips;
import dev.hearken.lab.recipes.Settings;
import java.io.PrintWriter;
import java.util.List;

/**
 * Recordings as a finished model sees them: at its rate, under its labels.
 *
 * @param folder where they lie
 * @param loaded those of its labels
 * @param outsiders clips of none of its labels, for a model that tells such clips apart
 */
record ModelClips(ClipFolder folder, LoadedClips loaded, List<LoadedClip> outsiders) {
    /** Reads the recordings; what a user should know of them is told on {@code err}. */
    static ModelClips read(ModelFile model, DataSource data, PrintWriter err) {
        Recipe recipe = Recipe.named(model.metadata().task());
        Settings made = Settings.of(recipe, model.metadata().provenance().settings());
        ClipFolder folder = data.read(err);
        RecipeClips clips =
                RecipeClips.of(recipe, made, folder).knownAs(model.metadata().labels());
        ClipLoader loader = ClipLoader.at(model.metadata().sampleRateHz());
        LoadedClips loaded = loader.load(clips.clips());
        warnIfLearnt(model, loaded.labelled(), err);
        return new ModelClips(
                folder, loaded, made.openSet() ? loader.load(clips.outsiders()).clips() : List.of());
    }

    private static void warnIfLearnt(ModelFile model, List<LabelledClip> clips, PrintWriter err) {
        if (DatasetDigest.of(clips).equals(model.metadata().provenance().datasetDigest())) {
            err.println("warning: this model was trained on these very clips; the figures say nothing about new ones");
        }
    }
}
