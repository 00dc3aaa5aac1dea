package dev.hearken.lab.recipes;

import dev.hearken.core.features.LogMel;
import dev.hearken.core.task.Label;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Is this voice performance good or not?
 *
 * <p>Clips are labelled {@code good} and {@code bad}, or scored: a performance is good if the mean of its scores for fluency and prosody
 * reaches {@code score_threshold}. A score near the threshold is less of an answer than one far from it, and is learned so: a target of
 * {@code 1 / (1 + e^(-(score - threshold) / s))} with s = {@value #DOUBT}, about what two experts differ by.
 */
final class Talent implements Recipe {
    private static final String BAD = "bad";
    private static final String GOOD = "good";
    private static final LabelSet LABELS = LabelSet.of(BAD, GOOD);

    /** The median of the speechocean762 sentences given to this project. */
    private static final double MEDIAN = 7.875;

    private static final double DOUBT = 0.5;

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    @Override
    public String name() {
        return "talent";
    }

    @Override
    public String question() {
        return "Is this voice performance good or not?";
    }

    @Override
    public List<String> networks() {
        return List.of(Architectures.STATISTICS, Architectures.EMBEDDING, "dense", "crnn", Architectures.WAV2VEC2);
    }

    @Override
    public Settings defaults(String network) {
        return Settings.STANDARD
                .with("network=" + network, "score_threshold=" + MEDIAN, "window_seconds=7", "calibration_folds=5")
                .with("training.epochs=40", "training.passes=1", "training.label_smoothing=0")
                .with("training.learning_rate=5e-3", "training.weight_decay=0.1")
                .with("augmentation.speaker=0.5", "augmentation.tempo=0", "augmentation.room=0.3");
    }

    @Override
    public RecipeClips clips(ClipFolder folder, Settings settings) {
        List<LabelledClip> labelled = new ArrayList<>();
        for (Recording recording : folder.recordings()) {
            OptionalDouble score = score(recording);
            if (score.isPresent()) {
                String label = score.getAsDouble() >= settings.scoreThreshold() ? GOOD : BAD;
                labelled.add(recording.labelled(new Label(label)));
            } else {
                recording.givenLabel().map(recording::labelled).ifPresent(labelled::add);
            }
        }
        return RecipeClips.sorted(labelled, LABELS, Optional::of);
    }

    @Override
    public float certainty(LabelledClip clip, Settings settings) {
        OptionalDouble score = score(clip.recording());
        return score.isEmpty()
                ? 1
                : (float) (1 / (1 + Math.exp(-Math.abs(score.getAsDouble() - settings.scoreThreshold()) / DOUBT)));
    }

    @Override
    public boolean explains() {
        return true;
    }

    @Override
    public Plan plan(Settings settings, int outputs) {
        return Plan.of(
                settings,
                Architectures.frontEnd(settings, LogMel.speech16k()),
                Architectures.network(settings.network(), outputs));
    }

    /** The mean of the experts' scores for fluency and prosody; empty if either is missing. */
    private static OptionalDouble score(Recording recording) {
        Optional<Double> fluency = number(recording, "fluency");
        Optional<Double> prosody = number(recording, "prosody", "prosodic");
        return fluency.isPresent() && prosody.isPresent()
                ? OptionalDouble.of((fluency.get() + prosody.get()) / 2)
                : OptionalDouble.empty();
    }

    private static Optional<Double> number(Recording recording, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(recording.attributes().get(name)))
                .filter(NUMBER.asMatchPredicate())
                .map(Double::valueOf)
                .findFirst();
    }
}
