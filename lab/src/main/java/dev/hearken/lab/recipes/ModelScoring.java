package dev.hearken.lab.recipes;

import dev.hearken.core.evaluation.ScoredClip;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.inference.Prediction;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.dataset.LoadedClip;
import java.util.ArrayList;
import java.util.List;

/** Scores a model file on clips, by running the very file a user would get. */
public final class ModelScoring {
    private ModelScoring() {}

    /** One scored clip a clip, in order. */
    public static List<ScoredClip> score(ModelFile model, List<LoadedClip> clips) {
        LabelSet labels = model.metadata().labels();
        try (Classifier classifier = Classifier.open(model)) {
            List<Prediction> predictions = classifier.classifyAll(
                    clips.stream().map(LoadedClip::waveform).toList());
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
}
