package dev.hearken.lab.phrase;

import dev.hearken.core.HearkenException;
import dev.hearken.lab.recipes.DottedSettings;
import dev.hearken.lab.training.DetectorSettings;
import java.util.List;
import java.util.Map;

/**
 * How a phrase's detector is made.
 *
 * @param clips how many times voices say the phrase
 * @param sentences how many times they say something else
 * @param confusers how many times they say what sounds like the phrase
 * @param growth how many of those are new, however much was said before; at most all of them
 * @param passes how many times each clip of the phrase is heard in surroundings of its own
 * @param towers how many heads are averaged; a multiple of the training's folds
 * @param hidden width of each
 * @param dropout in each
 * @param mixture what a batch is made of
 * @param falseAlarmsPerHour what the detector may cost
 * @param seed what every random choice is drawn from
 */
public record PhraseSettings(
        int clips,
        int sentences,
        int growth,
        int confusers,
        int passes,
        int towers,
        int hidden,
        float dropout,
        Mixture mixture,
        DetectorSettings training,
        double falseAlarmsPerHour,
        long seed) {
    /** What served best on words that no reported figure is about; docs/phrase.md has the comparison. */
    public static final PhraseSettings STANDARD = new PhraseSettings(
            2000, 1000, 100, 600, 4, 6, 32, 0.3f, Mixture.STANDARD, DetectorSettings.STANDARD, 0.5, 1);

    private static final int MOST_CLIPS = 100_000;

    public PhraseSettings {
        require(clips >= 20 && clips <= MOST_CLIPS, "clips must be 20 to 100000, got " + clips);
        require(sentences >= 20 && sentences <= MOST_CLIPS, "sentences must be 20 to 100000, got " + sentences);
        require(growth >= 0, "growth must not be negative, got " + growth);
        require(confusers >= 0 && confusers <= MOST_CLIPS, "confusers must be 0 to 100000, got " + confusers);
        require(passes >= 1 && passes <= 20, "passes must be 1 to 20, got " + passes);
        require(
                towers >= training.folds() && towers % training.folds() == 0,
                "towers must be a multiple of the %d folds, got %d".formatted(training.folds(), towers));
        require(
                falseAlarmsPerHour > 0 && falseAlarmsPerHour <= 100,
                "false alarms per hour must be above 0 and at most 100, got " + falseAlarmsPerHour);
    }

    /**
     * These settings with others over them, each written {@code KEY=VALUE}.
     *
     * @throws HearkenException {@code SETTING_UNKNOWN}, {@code SETTING_INVALID}
     */
    public PhraseSettings with(List<String> overrides) {
        return DottedSettings.with(this, PhraseSettings.class, overrides.toArray(String[]::new));
    }

    /** Every setting by its dotted name. */
    public Map<String, String> byName() {
        return DottedSettings.byName(this);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
