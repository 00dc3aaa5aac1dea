package dev.hearken.lab.recipes;

import dev.hearken.lab.dataset.CrossFit;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.dataset.ValidationSplit;
import dev.hearken.lab.training.TrainingClip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes lessons of a recipe's data: which clips each network learns from, and which it is judged on. */
final class Lessons {
    /** So many groups that a tenth of them tells how a model does on groups it never met. */
    private static final int GROUPS_TO_VALIDATE_BY = 10;

    private final RecipeData data;
    private final Map<LabelledClip, TrainingClip> own = new LinkedHashMap<>();
    private final List<TrainingClip> spoken;

    Lessons(RecipeData data) {
        this.data = data;
        data.loaded().clips().forEach(clip -> {
            int label = data.labels().indexOf(clip.clip().label());
            number(clip, label, data.recipe().certainty(clip.clip(), data.settings()));
        });
        data.outsiders().clips().forEach(clip -> number(clip, data.labels().size(), 1));
        this.spoken = data.synthesized().at(data.sampleRateHz(), data.labels(), own.size());
    }

    private void number(LoadedClip clip, int label, float certainty) {
        own.put(clip.clip(), new TrainingClip(own.size(), clip.waveform(), label, certainty));
    }

    /**
     * The lesson of these clips, with the synthesized ones beside them.
     *
     * @param none clips of no known class to learn from; some are set aside to be judged on
     */
    Lesson judgedBy(ValidationSplit.Parts parts, List<LabelledClip> none) {
        ValidationSplit.Parts ofNone = none.isEmpty()
                ? new ValidationSplit.Parts(List.of(), List.of())
                : validation().divide(none, data.settings().seed());
        return new Lesson(withSpoken(parts.train(), ofNone.train()), own(parts.validation(), ofNone.validation()));
    }

    /** The lesson of all these clips, to be judged on none. */
    Lesson ofAll(List<LabelledClip> clips, List<LabelledClip> none) {
        return new Lesson(withSpoken(clips, none), List.of());
    }

    /** Lessons in which every clip is judged once, by a network that learned from none of its group. */
    List<Lesson> rehearsals(List<LabelledClip> clips, List<LabelledClip> none) {
        List<LabelledClip> all = new ArrayList<>(clips);
        all.addAll(none);
        return CrossFit.of(
                        all, data.settings().calibrationFolds(), data.settings().seed())
                .stream()
                .map(parts -> new Lesson(withSpoken(parts.train(), List.of()), own(parts.validation(), List.of())))
                .toList();
    }

    /** How clips are set aside to be judged on: by group where there are many groups. */
    ValidationSplit validation() {
        long groups = data.loaded().labelled().stream()
                .map(LabelledClip::group)
                .flatMap(Optional::stream)
                .distinct()
                .count();
        double share = data.settings().validationShare();
        return groups >= GROUPS_TO_VALIDATE_BY ? ValidationSplit.byGroup(share) : ValidationSplit.stratified(share);
    }

    private List<TrainingClip> withSpoken(List<LabelledClip> first, List<LabelledClip> second) {
        List<TrainingClip> clips = new ArrayList<>(own(first, second));
        clips.addAll(spoken);
        return clips;
    }

    private List<TrainingClip> own(List<LabelledClip> first, List<LabelledClip> second) {
        return Stream.concat(first.stream(), second.stream())
                .map(own::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
