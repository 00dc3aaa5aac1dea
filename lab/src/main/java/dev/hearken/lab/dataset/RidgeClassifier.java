package dev.hearken.lab.dataset;

import java.util.ArrayList;
import java.util.List;

/** A linear classifier in closed form: ridge regression on one-hot targets. */
final class RidgeClassifier {
    private final RidgeRegression regression;

    private RidgeClassifier(RidgeRegression regression) {
        this.regression = regression;
    }

    /**
     * The classifier that fits these rows best.
     *
     * @param rows of one length, at least one
     * @param truth the right label of each row, 0 to {@code labels - 1}
     */
    static RidgeClassifier fit(List<double[]> rows, int[] truth, int labels) {
        List<double[]> targets = new ArrayList<>();
        for (int label : truth) {
            double[] target = new double[labels];
            target[label] = 1;
            targets.add(target);
        }
        return new RidgeClassifier(RidgeRegression.fit(rows, targets));
    }

    /** The label with the highest score, the first of equals. */
    int classify(double[] row) {
        double[] scores = regression.predict(row);
        int best = 0;
        for (int label = 1; label < scores.length; label++) {
            if (scores[label] > scores[best]) {
                best = label;
            }
        }
        return best;
    }
}
