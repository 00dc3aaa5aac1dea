package dev.hearken.lab.recipes;

import dev.hearken.core.evaluation.Evaluation;
import dev.hearken.core.evaluation.OpenSetScore;
import dev.hearken.core.evaluation.ScoredClip;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.inference.Prediction;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.dataset.LoadedClip;
import java.util.ArrayList;
import java.util.List;

/**
 * Clips scored by running the very file a user would get.
 *
 * @param heard the clips of known labels that were scored
 * @param clips one scored clip for each of them, in order
 * @param predictions the answers to them
 * @param outsiders the answers to clips of no known label; none from a model that has no rule for such clips
 */
public record ModelScoring(
        List<LoadedClip> heard, List<ScoredClip> clips, List<Prediction> predictions, List<Prediction> outsiders) {
    /** Runs the model on these clips. */
    public static ModelScoring of(ModelFile model, List<LoadedClip> clips, List<LoadedClip> outsiders) {
        try (Classifier classifier = Classifier.open(model)) {
            List<Prediction> predictions = predict(classifier, clips);
            boolean open = model.metadata().openSet().isPresent();
            return new ModelScoring(
                    clips,
                    scored(model.metadata().labels(), clips, predictions),
                    predictions,
                    open ? predict(classifier, outsiders) : List.of());
        }
    }

    /** The scores of several models as one. */
    public static ModelScoring joined(List<ModelScoring> parts) {
        return new ModelScoring(
                parts.stream().flatMap(part -> part.heard().stream()).toList(),
                parts.stream().flatMap(part -> part.clips().stream()).toList(),
                parts.stream().flatMap(part -> part.predictions().stream()).toList(),
                parts.stream().flatMap(part -> part.outsiders().stream()).toList());
    }

    /** What the scores are worth; how clips of no known label fared too, if there were any. */
    public Evaluation evaluate(LabelSet labels) {
        Evaluation evaluation = Evaluation.of(labels, clips);
        return outsiders.isEmpty() ? evaluation : evaluation.withOpenSet(OpenSetScore.of(predictions, outsiders));
    }

    private static List<Prediction> predict(Classifier classifier, List<LoadedClip> clips) {
        return classifier.classifyAll(clips.stream().map(LoadedClip::waveform).toList());
    }

    private static List<ScoredClip> scored(LabelSet labels, List<LoadedClip> clips, List<Prediction> predictions) {
        List<ScoredClip> scored = new ArrayList<>(clips.size());
        for (int i = 0; i < clips.size(); i++) {
            LoadedClip clip = clips.get(i);
            scored.add(ScoredClip.ofProbabilities(
                    clip.clip().file().toString(),
                    clip.clip().group(),
                    labels.indexOf(clip.clip().label()),
                    predictions.get(i).posteriors().toArray()));
        }
        return scored;
    }
}
