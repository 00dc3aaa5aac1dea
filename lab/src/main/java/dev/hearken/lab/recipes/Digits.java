package dev.hearken.lab.recipes;

import dev.hearken.core.features.FrontEnd;
import dev.hearken.core.features.LogMel;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.network.EmbeddingHead;
import dev.hearken.lab.network.Network;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which digit, zero to nine, was spoken?
 *
 * <p>Two sizes. {@code embedding}: a pretrained speech embedding with a small head, for voices nobody has recorded yet. {@code crnn} (and
 * {@code bcresnet3}, {@code cnn}): trained from nothing on 8 kHz log-mel, for the smallest devices.
 */
final class Digits implements Recipe {
    private static final List<String> WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final LabelSet LABELS = LabelSet.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    @Override
    public String name() {
        return "digits";
    }

    @Override
    public String question() {
        return "Which digit, 0 to 9, was spoken?";
    }

    @Override
    public List<String> networks() {
        return List.of(Architectures.EMBEDDING, "crnn", "bcresnet3", "cnn", Architectures.WAV2VEC2);
    }

    @Override
    public Settings defaults(String network) {
        Settings settings = Settings.STANDARD
                .with("network=" + network, "window_seconds=" + windowSeconds(network))
                .with("synthesized_per_label=300");
        return Architectures.isPretrained(network)
                ? settings
                : settings.with("training.epochs=16", "training.learning_rate=3e-3")
                        .with("augmentation.mask_frames=8", "augmentation.mask_channels=6");
    }

    /** The reference network wants its 64 x 12 x 5 at the end; the others are quicker on less, and 97 % of digits last under 0.9 s. */
    private static double windowSeconds(String network) {
        return switch (network) {
            case Architectures.EMBEDDING, Architectures.WAV2VEC2 -> 1.2;
            case "cnn" -> 1.6;
            default -> 1.0;
        };
    }

    @Override
    public RecipeClips clips(ClipFolder folder, Settings settings) {
        return RecipeClips.sorted(folder.clips(), LABELS, Digits::digit);
    }

    private static Optional<String> digit(String name) {
        int digit = WORDS.indexOf(name.toLowerCase(Locale.ROOT));
        return Optional.of(digit < 0 ? name : Integer.toString(digit));
    }

    @Override
    public Plan plan(Settings settings, int outputs) {
        FrontEnd frontEnd = Architectures.frontEnd(settings, LogMel.digits8k());
        Network network = settings.network().equals(Architectures.EMBEDDING)
                ? new EmbeddingHead(outputs, 64, 0.2f)
                : Architectures.network(settings.network(), outputs);
        return Plan.of(settings, frontEnd, network);
    }

    @Override
    public List<String> spellings(String label) {
        return List.of(WORDS.get(Integer.parseInt(label)));
    }
}
