package dev.hearken.core.inference;

import dev.hearken.core.task.LabelSet;
import java.util.ArrayList;
import java.util.List;

/** Predictions made by hand, for tests of what is built on them. */
public final class Answers {
    private Answers() {}

    /** Predictions of a model of one label, known to these degrees. */
    public static List<Prediction> known(double threshold, float... known) {
        List<Prediction> predictions = new ArrayList<>();
        for (float degree : known) {
            Posteriors certain = new Posteriors(LabelSet.of("on", "off"), new float[] {1, 0});
            predictions.add(new Prediction(certain, degree, degree >= threshold));
        }
        return predictions;
    }
}
