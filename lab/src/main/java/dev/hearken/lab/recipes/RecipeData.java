package dev.hearken.lab.recipes;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.ClipLoader;
import dev.hearken.lab.dataset.DatasetDigest;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.dataset.LoadedClips;
import dev.hearken.lab.dataset.RejectedClip;
import dev.hearken.lab.dataset.Trainability;
import dev.hearken.store.database.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a recipe has to learn from and to be judged on, loaded once.
 *
 * @param settings with the window's length settled
 * @param folder what it was opened on
 * @param labels the answers the recipe gives
 * @param loaded the user's clips of these labels: those in memory, and those that could not be used
 * @param outsiders clips of none of the labels
 * @param background the folder's background noises, to be mixed in; those that could not be read are among its rejected
 * @param synthesized what the synthetic voices contributed
 */
record RecipeData(
        Recipe recipe,
        Settings settings,
        ClipFolder folder,
        LabelSet labels,
        LoadedClips loaded,
        Outsiders outsiders,
        LoadedClips background,
        SynthesizedClips synthesized) {
    private static final String NOISE = "_background_noise_";

    /** As {@link RecipeRun#open}. */
    static RecipeData open(Recipe recipe, Settings settings, ClipFolder data, Home home) {
        RecipeClips clips = RecipeClips.of(recipe, settings, data);
        ClipLoader loader = ClipLoader.at(rate(recipe, settings));
        LoadedClips loaded = loader.load(clips.clips());
        Trainability.requireSeveralGroups(Trainability.require(loaded.labelled()));
        List<LabelledClip> noises =
                data.noises().stream().map(file -> LabelledClip.of(file, NOISE)).toList();
        return new RecipeData(
                recipe,
                settings.windowSeconds() > 0 ? settings : settings.with("window_seconds=" + loaded.usualSeconds()),
                data,
                clips.labels(),
                loaded,
                new Outsiders(
                        settings.openSet() ? loader.load(clips.outsiders()).clips() : List.of()),
                loader.load(noises),
                SynthesizedClips.speak(recipe, settings, clips.labels(), home));
    }

    private static int rate(Recipe recipe, Settings settings) {
        return recipe.plan(settings, 1).frontEnd().sampleRateHz();
    }

    /** The rate at which all clips are in memory. */
    int sampleRateHz() {
        return rate(recipe, settings);
    }

    List<Waveform> noises() {
        return background.clips().stream().map(LoadedClip::waveform).toList();
    }

    List<RejectedClip> rejected() {
        return Stream.concat(loaded.rejected().stream(), background.rejected().stream())
                .toList();
    }

    /** The name of exactly the user's clips that can be used, those of no known class among them, as {@link DatasetDigest} gives it. */
    String digest() {
        List<LabelledClip> all = new ArrayList<>(loaded.labelled());
        outsiders.clips().forEach(clip -> all.add(clip.clip()));
        return DatasetDigest.of(all);
    }
}
