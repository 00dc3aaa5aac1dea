package dev.hearken.lab.recipes;

import dev.hearken.core.features.LogMel;
import dev.hearken.lab.dataset.ClipFolder;
import java.util.List;

/** Which of the user's own labels is it? Whatever the labels are: the window is as long as the clips. */
final class Custom implements Recipe {
    @Override
    public String name() {
        return "custom";
    }

    @Override
    public String question() {
        return "Which of your own labels is it?";
    }

    @Override
    public List<String> networks() {
        return List.of(
                Architectures.EMBEDDING,
                Architectures.SOUND_STATISTICS,
                "tcresnet",
                "dscnn-s",
                "bcresnet1",
                "bcresnet2",
                "bcresnet3",
                "crnn",
                Architectures.WAV2VEC2);
    }

    @Override
    public Settings defaults(String network) {
        Settings settings =
                Settings.STANDARD.with("network=" + network).with("augmentation.speaker=0.4", "augmentation.tempo=0.4");
        return Architectures.isPretrained(network)
                ? settings
                : settings.with("training.epochs=40", "training.learning_rate=3e-3", "augmentation.mask_frames=8");
    }

    @Override
    public RecipeClips clips(ClipFolder folder, Settings settings) {
        return new RecipeClips(folder.clips(), folder.labels(), List.of());
    }

    @Override
    public Plan plan(Settings settings, int outputs) {
        return Plan.of(
                settings,
                Architectures.frontEnd(settings, LogMel.speech16k()),
                Architectures.network(settings.network(), outputs));
    }
}
