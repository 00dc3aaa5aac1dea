package dev.hearken.lab.dataset;

import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.features.LogMel;
import dev.hearken.core.features.Mfcc;
import dev.hearken.core.task.LabelSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A classifier that is trained in an instant, always in the same way, to make a leak visible: ridge regression on MFCC summaries.
 *
 * <p>Its scores say how hard a split is, not how good a recipe is. On FSDD it gets 95 % of a random split and 72 % of unseen speakers.
 */
final class SimpleModel {
    /** The usual number for telling words apart; the higher ones are mostly pitch. */
    private static final int COEFFICIENTS = 20;

    private final LabelSet labels;
    private final Map<LabelledClip, double[]> rows;

    private SimpleModel(LabelSet labels, Map<LabelledClip, double[]> rows) {
        this.labels = labels;
        this.rows = rows;
    }

    /** The model's view of these clips, which are at 8 kHz. */
    static SimpleModel of(List<LoadedClip> clips) {
        LabelSet labels = new LabelSet(clips.stream()
                .map(clip -> clip.clip().label())
                .distinct()
                .sorted()
                .toList());
        try (FeatureExtractor extractor = FeatureExtractor.of(new Mfcc(LogMel.digits8k(), COEFFICIENTS))) {
            List<double[]> rows = clips.parallelStream()
                    .map(clip -> MfccSummary.of(extractor.extract(Loudness.levelled(clip.waveform()))))
                    .toList();
            Map<LabelledClip, double[]> byClip = new HashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                byClip.put(clips.get(i).clip(), rows.get(i));
            }
            return new SimpleModel(labels, byClip);
        }
    }

    /** How many of {@code test} are right after training on {@code train}. */
    int correct(List<LabelledClip> train, List<LabelledClip> test) {
        RidgeClassifier classifier = RidgeClassifier.fit(rowsOf(train), truthOf(train), labels.size());
        List<double[]> questions = rowsOf(test);
        int[] answers = truthOf(test);
        Arrays.setAll(answers, i -> answers[i] == classifier.classify(questions.get(i)) ? 1 : 0);
        return Arrays.stream(answers).sum();
    }

    private List<double[]> rowsOf(List<LabelledClip> clips) {
        List<double[]> chosen = new ArrayList<>(clips.size());
        clips.forEach(clip -> chosen.add(Objects.requireNonNull(rows.get(clip))));
        return chosen;
    }

    private int[] truthOf(List<LabelledClip> clips) {
        return clips.stream().mapToInt(clip -> labels.indexOf(clip.label())).toArray();
    }
}
