package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import dev.hearken.lab.training.TrainingSettings;
import java.util.List;
import java.util.Map;

/**
 * Everything a user may set about a training run, by dotted name: {@code network}, {@code training.epochs}, {@code speech.clips_per_label}.
 *
 * @param network one of the recipe's networks
 * @param seed what every random choice is drawn from
 * @param validationShare the share of the training clips set aside to choose the best epoch and to calibrate by
 * @param calibrationFolds 0: the clips set aside serve to calibrate; from 2: none are set aside, every clip is scored by one of so many
 *     models that did not learn from it, and the model is calibrated by these scores and learns from all. For few clips
 * @param windowSeconds how much of a clip is looked at; 0 for as much as most of the clips last
 * @param scoreThreshold talent: the score from which a performance is good; nothing to the other recipes
 * @param openSet whether the model may answer that a clip is of no known class, given clips to learn that from
 * @param frontEnd a pretrained network of the user's own
 * @param training of the network
 * @param fineTuning of a model trained before
 * @param distillation of a larger network of the recipe into this one
 * @param augmentation of the training clips
 * @param synthesizedPerLabel clips of each label spoken by installed synthetic voices that join the training; 0 for none
 */
public record Settings(
        String network,
        long seed,
        double validationShare,
        int calibrationFolds,
        double windowSeconds,
        double scoreThreshold,
        boolean openSet,
        FrontEndSettings frontEnd,
        TrainingSettings training,
        FineTuning fineTuning,
        Distillation distillation,
        AugmentationSettings augmentation,
        int synthesizedPerLabel) {
    /** The longest window: a minute of audio is a recording, not a clip. */
    private static final double LONGEST_WINDOW_SECONDS = 30;

    /** What suits a small head on a pretrained embedding; where each recipe starts from. */
    static final Settings STANDARD = new Settings(
            Architectures.EMBEDDING,
            1,
            0.1,
            0,
            0,
            0,
            false,
            FrontEndSettings.NONE,
            new TrainingSettings(12, 64, 2e-3, 1e-2, "cosine", 0.1, 0.5, 5, 0, 0.05, 0, true, 5, 3),
            FineTuning.NONE,
            Distillation.NONE,
            new AugmentationSettings(0.9, 0.9, 0, 0.4, 0.6, 0.8, 0.3, 0, 0, 0, 0),
            0);

    public Settings {
        if (!(validationShare > 0 && validationShare < 0.5)) {
            throw new IllegalArgumentException("validation_share must be in (0, 0.5), got " + validationShare);
        }
        if (calibrationFolds != 0 && (calibrationFolds < 2 || calibrationFolds > 10)) {
            throw new IllegalArgumentException("calibration_folds must be 0 or from 2 to 10, got " + calibrationFolds);
        }
        if (!(windowSeconds >= 0 && windowSeconds <= LONGEST_WINDOW_SECONDS)) {
            throw new IllegalArgumentException(
                    "window_seconds must be in [0, %s], got %s".formatted(LONGEST_WINDOW_SECONDS, windowSeconds));
        }
        if (!frontEnd.model().isEmpty() && !network.equals(Architectures.WAV2VEC2)) {
            throw new IllegalArgumentException(
                    "front_end.model is for network=%s, not %s".formatted(Architectures.WAV2VEC2, network));
        }
        if (synthesizedPerLabel < 0 || synthesizedPerLabel > 5_000) {
            throw new IllegalArgumentException(
                    "synthesized_per_label must be between 0 and 5000, got " + synthesizedPerLabel);
        }
    }

    /**
     * A recipe's defaults with a user's {@code KEY=VALUE} settings over them; {@code network} decides the defaults of the others.
     *
     * @throws HearkenException {@code NETWORK_UNKNOWN}, or as {@link #with}
     */
    public static Settings of(Recipe recipe, List<String> overrides) {
        String network = recipe.networks().get(0);
        for (String override : overrides) {
            if (override.startsWith("network=")) {
                network = override.substring("network=".length());
            }
        }
        if (!recipe.networks().contains(network)) {
            throw HearkenException.user(
                    "NETWORK_UNKNOWN",
                    "there is no network '%s' for %s; there are %s"
                            .formatted(network, recipe.name(), recipe.networks()));
        }
        return recipe.defaults(network).with(overrides.toArray(String[]::new));
    }

    /**
     * The settings a model was made with, as its provenance names them.
     *
     * @throws HearkenException as {@link #of(Recipe, List)}
     */
    public static Settings of(Recipe recipe, Map<String, String> byName) {
        return of(
                recipe,
                byName.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toList());
    }

    /**
     * These settings with others over them, each written {@code KEY=VALUE}.
     *
     * @throws HearkenException {@code SETTING_UNKNOWN} naming the nearest right one, {@code SETTING_INVALID}
     */
    Settings with(String... overrides) {
        return DottedSettings.with(this, Settings.class, overrides);
    }

    /** Every setting by its dotted name. */
    public Map<String, String> byName() {
        return DottedSettings.byName(this);
    }
}
