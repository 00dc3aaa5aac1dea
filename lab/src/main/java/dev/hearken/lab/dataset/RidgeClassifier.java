package dev.hearken.lab.dataset;

import java.util.List;

/**
 * A linear classifier in closed form: ridge regression on one-hot targets (Hoerl and Kennard 1970), rows standardised by the training's
 * mean and deviation. No randomness, no settings to tune, a fraction of a second.
 */
final class RidgeClassifier {
    /** The penalty; on standardised rows anything from 1 to 100 gives about the same. */
    private static final double PENALTY = 10;

    private static final double LEAST_DEVIATION = 1e-6;

    private final double[] mean;
    private final double[] deviation;

    /** One row a standardised input and one for the constant; one column a label. */
    private final double[][] weights;

    private RidgeClassifier(double[] mean, double[] deviation, double[][] weights) {
        this.mean = mean;
        this.deviation = deviation;
        this.weights = weights;
    }

    /**
     * The classifier that fits these rows best.
     *
     * @param rows of one length, at least one
     * @param truth the right label of each row, 0 to {@code labels - 1}
     */
    static RidgeClassifier fit(List<double[]> rows, int[] truth, int labels) {
        int size = rows.get(0).length;
        double[] mean = new double[size];
        double[] deviation = new double[size];
        standardise(rows, mean, deviation);
        double[][] gram = new double[size + 1][size + 1];
        double[][] targets = new double[size + 1][labels];
        for (int i = 0; i < truth.length; i++) {
            double[] row = standardised(rows.get(i), mean, deviation);
            for (int j = 0; j <= size; j++) {
                targets[j][truth[i]] += row[j];
                for (int k = 0; k <= j; k++) {
                    gram[j][k] += row[j] * row[k];
                }
            }
        }
        // The constant is free, or rare labels would be pushed down.
        for (int j = 0; j < size; j++) {
            gram[j][j] += PENALTY;
        }
        solve(gram, targets);
        return new RidgeClassifier(mean, deviation, targets);
    }

    /** The label with the highest score, the first of equals. */
    int classify(double[] row) {
        double[] input = standardised(row, mean, deviation);
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < weights[0].length; label++) {
            double score = 0;
            for (int j = 0; j < input.length; j++) {
                score += input[j] * weights[j][label];
            }
            if (score > highest) {
                highest = score;
                best = label;
            }
        }
        return best;
    }

    private static void standardise(List<double[]> rows, double[] mean, double[] deviation) {
        for (int j = 0; j < mean.length; j++) {
            double sum = 0;
            for (double[] row : rows) {
                sum += row[j];
            }
            mean[j] = sum / rows.size();
            double squares = 0;
            for (double[] row : rows) {
                squares += Math.pow(row[j] - mean[j], 2);
            }
            deviation[j] = Math.sqrt(squares / rows.size()) + LEAST_DEVIATION;
        }
    }

    private static double[] standardised(double[] row, double[] mean, double[] deviation) {
        double[] result = new double[row.length + 1];
        for (int j = 0; j < row.length; j++) {
            result[j] = (row[j] - mean[j]) / deviation[j];
        }
        result[row.length] = 1;
        return result;
    }

    /** Solves {@code matrix x = right} in place by Cholesky's decomposition; only the lower triangle is read, x lands in {@code right}. */
    private static void solve(double[][] matrix, double[][] right) {
        int size = matrix.length;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                matrix[i][j] = i == j ? Math.sqrt(sum) : sum / matrix[j][j];
            }
        }
        for (int column = 0; column < right[0].length; column++) {
            for (int i = 0; i < size; i++) {
                for (int k = 0; k < i; k++) {
                    right[i][column] -= matrix[i][k] * right[k][column];
                }
                right[i][column] /= matrix[i][i];
            }
            for (int i = size - 1; i >= 0; i--) {
                for (int k = i + 1; k < size; k++) {
                    right[i][column] -= matrix[k][i] * right[k][column];
                }
                right[i][column] /= matrix[i][i];
            }
        }
    }
}
