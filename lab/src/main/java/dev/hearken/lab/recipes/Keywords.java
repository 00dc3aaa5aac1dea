package dev.hearken.lab.recipes;

import dev.hearken.core.features.LogMel;
import dev.hearken.core.task.Label;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.dataset.BackgroundSilence;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.LabelledClip;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which command word was spoken, or none?
 *
 * <p>The words are the folder's own, or the ten of Speech Commands where it has them all; then its other words are {@code _unknown_}
 * together (Warden, 2018, arXiv:1804.03209). {@code _silence_} is sound without speech: the folder's own clips of it, else cut from its
 * background noises.
 */
final class Keywords implements Recipe {
    static final String UNKNOWN = "_unknown_";
    static final String SILENCE = "_silence_";

    private static final List<String> STANDARD_WORDS =
            List.of("yes", "no", "up", "down", "left", "right", "on", "off", "stop", "go");

    @Override
    public String name() {
        return "keywords";
    }

    @Override
    public String question() {
        return "Which command word was spoken, or none?";
    }

    @Override
    public List<String> networks() {
        return List.of(
                Architectures.EMBEDDING,
                "tcresnet",
                "dscnn-s",
                "dscnn-m",
                "dscnn-l",
                "cnn-lstm-attention",
                "bcresnet1",
                "bcresnet2",
                "bcresnet3",
                "bcresnet6",
                "bcresnet8",
                "crnn",
                Architectures.WAV2VEC2);
    }

    @Override
    public Settings defaults(String network) {
        Settings settings = Settings.STANDARD.with("network=" + network, "augmentation.shift_seconds=0.1");
        if (Architectures.isPretrained(network)) {
            return settings.with("window_seconds=1.2", "training.epochs=16", "training.passes=4", "training.mixup=0.4");
        }
        Settings small = settings.with("window_seconds=1", "training.epochs=60", "training.passes=6")
                .with("training.learning_rate=4e-3")
                .with("augmentation.mask_frames=12", "augmentation.mask_channels=5");
        return network.equals("tcresnet")
                ? small.with("training.epochs=60", "training.passes=10", "training.mixup=0.4")
                        .with("distillation.teacher=" + Architectures.EMBEDDING)
                : small;
    }

    @Override
    public RecipeClips clips(ClipFolder folder, Settings settings) {
        Set<String> found = new HashSet<>(folder.labels().names());
        List<String> words = found.containsAll(STANDARD_WORDS)
                ? STANDARD_WORDS
                : folder.labels().names().stream()
                        .filter(name -> !name.equals(UNKNOWN) && !name.equals(SILENCE))
                        .toList();
        List<String> answers = new ArrayList<>(words);
        boolean others = found.contains(UNKNOWN) || found.stream().anyMatch(name -> isOther(name, words));
        if (others) {
            answers.add(UNKNOWN);
        }
        List<LabelledClip> clips = new ArrayList<>(folder.clips());
        if (!found.contains(SILENCE)) {
            int asManyAsOfAWord = clips.size() / Math.max(1, found.size());
            clips.addAll(BackgroundSilence.cut(folder, new Label(SILENCE), asManyAsOfAWord));
        }
        if (found.contains(SILENCE) || !folder.noises().isEmpty()) {
            answers.add(SILENCE);
        }
        return RecipeClips.sorted(
                clips, LabelSet.ofNames(answers), name -> Optional.of(isOther(name, words) ? UNKNOWN : name));
    }

    private static boolean isOther(String name, List<String> words) {
        return !words.contains(name) && !name.equals(SILENCE);
    }

    @Override
    public Plan plan(Settings settings, int outputs) {
        return Plan.of(
                settings,
                Architectures.frontEnd(settings, LogMel.speech16k()),
                Architectures.network(settings.network(), outputs));
    }
}
