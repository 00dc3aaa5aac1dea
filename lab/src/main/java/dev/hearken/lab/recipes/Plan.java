package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.ClipWindow;
import dev.hearken.core.features.FrontEnd;
import dev.hearken.core.features.Levelled;
import dev.hearken.core.features.SpeechEmbedding;
import dev.hearken.lab.augmentation.SpecAugment;
import dev.hearken.lab.network.Network;
import dev.hearken.lab.network.UnfrozenEmbedding;
import dev.hearken.lab.training.Scene;
import java.util.List;
import java.util.Optional;

/**
 * What a recipe's settings come to: everything that turns clips into a model, ready to run.
 *
 * @param window how much of a clip is looked at
 * @param frontEnd what makes features of it
 * @param network what makes logits of those
 * @param scene what is done to a clip before each look while training
 * @param mask what is done to its features, if anything
 */
public record Plan(ClipWindow window, FrontEnd frontEnd, Network network, Scene scene, Optional<SpecAugment> mask) {
    /** Windows of a longer clip are tried this many times a second. */
    private static final int WINDOWS_PER_SECOND = 10;

    /**
     * The plan of settings that know how long the window is.
     *
     * @throws HearkenException {@code EMBEDDING_NOT_TRAINABLE} if layers of an embedding are to be trained that the network has not
     */
    static Plan of(Settings settings, FrontEnd frontEnd, Network network) {
        int trained = settings.fineTuning().embeddingLayers();
        if (trained == 0) {
            return frozen(settings, frontEnd, network);
        }
        if (!(frontEnd instanceof Levelled levelled && levelled.frontEnd() instanceof SpeechEmbedding embedding)) {
            throw HearkenException.user(
                    "EMBEDDING_NOT_TRAINABLE",
                    "%s does not listen through layers that fine_tuning.embedding_layers could train; network=%s does"
                            .formatted(settings.network(), Architectures.EMBEDDING));
        }
        if (trained >= embedding.layers()) {
            throw HearkenException.user(
                    "EMBEDDING_NOT_TRAINABLE",
                    "fine_tuning.embedding_layers must be below %d, got %d".formatted(embedding.layers(), trained));
        }
        FrontEnd rest =
                new Levelled(new SpeechEmbedding(embedding.weights(), embedding.layers() - trained), levelled.peak());
        return frozen(settings, rest, UnfrozenEmbedding.of(embedding, trained, network));
    }

    private static Plan frozen(Settings settings, FrontEnd frontEnd, Network network) {
        int rate = frontEnd.sampleRateHz();
        return new Plan(
                new ClipWindow(
                        Math.max(1, (int) Math.round(settings.windowSeconds() * rate)), rate / WINDOWS_PER_SECOND),
                frontEnd,
                network,
                Scenes.of(settings.augmentation(), List.of(), rate, settings.seed()),
                Scenes.mask(settings.augmentation()));
    }

    /** The same with recorded noises in its scenes. */
    Plan hearing(List<Waveform> noises, Settings settings) {
        Scene noisy = Scenes.of(settings.augmentation(), noises, frontEnd.sampleRateHz(), settings.seed());
        return new Plan(window, frontEnd, network, noisy, mask);
    }
}
