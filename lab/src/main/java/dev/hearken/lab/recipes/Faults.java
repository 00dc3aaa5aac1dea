package dev.hearken.lab.recipes;

import dev.hearken.core.features.LogMel;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.dataset.ClipFolder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with the machine, if anything?
 *
 * <p>Four answers, and {@code unknown} for a sound of none of them. Clips may be named by the answer or by an ESC-50 category, which
 * stands for one as in the reference system. Categories that stand for none teach the network what is unknown, and test it.
 */
final class Faults implements Recipe {
    private static final String MECHANICAL = "mechanical_fault";
    private static final String ELECTRICAL = "electrical_fault";
    private static final String LEAK = "fluid_leak";
    private static final String NORMAL = "normal_operation";

    private static final LabelSet LABELS = LabelSet.of(MECHANICAL, ELECTRICAL, LEAK, NORMAL);

    private static final Map<String, String> BY_CATEGORY = Map.ofEntries(
            Map.entry("chainsaw", MECHANICAL),
            Map.entry("engine", MECHANICAL),
            Map.entry("clock_tick", ELECTRICAL),
            Map.entry("siren", ELECTRICAL),
            Map.entry("rain", LEAK),
            Map.entry("sea_waves", LEAK),
            Map.entry("water_drops", LEAK),
            Map.entry("dog", NORMAL),
            Map.entry("dog_bark", NORMAL),
            Map.entry("keyboard_typing", NORMAL),
            Map.entry("hand_saw", NORMAL));

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public String question() {
        return "Does the machine run normally, or is it a mechanical or electrical fault or a leak?";
    }

    @Override
    public List<String> networks() {
        return List.of(
                Architectures.SOUND_STATISTICS,
                Architectures.EMBEDDING,
                "residual-cnn",
                "bcresnet3",
                "crnn",
                Architectures.WAV2VEC2);
    }

    @Override
    public Settings defaults(String network) {
        Settings settings = Settings.STANDARD
                .with("network=" + network, "window_seconds=5", "open_set=true", "calibration_folds=4")
                .with("training.epochs=40", "training.batch_size=16", "training.passes=4")
                .with("augmentation.speaker=0", "augmentation.tempo=0.3", "augmentation.room=0.2");
        return Architectures.isPretrained(network)
                ? settings
                : settings.with("training.epochs=40", "training.learning_rate=3e-3", "augmentation.mask_frames=16");
    }

    @Override
    public RecipeClips clips(ClipFolder folder, Settings settings) {
        return RecipeClips.sorted(folder.clips(), LABELS, name -> Optional.of(BY_CATEGORY.getOrDefault(name, name)));
    }

    @Override
    public Plan plan(Settings settings, int outputs) {
        return Plan.of(
                settings,
                Architectures.frontEnd(settings, LogMel.speech16k()),
                Architectures.network(settings.network(), outputs));
    }
}
