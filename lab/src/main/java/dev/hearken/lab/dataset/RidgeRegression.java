package dev.hearken.lab.dataset;

import java.util.List;

/**
 * Linear regression in closed form with a penalty on large weights (Hoerl and Kennard, 1970), on inputs standardised by the training's
 * mean and deviation. No randomness, no settings to tune, a fraction of a second.
 */
public final class RidgeRegression {
    /** The penalty; on standardised rows anything from 1 to 100 gives about the same. */
    private static final double PENALTY = 10;

    private static final double LEAST_DEVIATION = 1e-6;

    private final double[] mean;
    private final double[] deviation;

    /** One row a standardised input and one for the constant; one column a target. */
    private final double[][] weights;

    private RidgeRegression(double[] mean, double[] deviation, double[][] weights) {
        this.mean = mean;
        this.deviation = deviation;
        this.weights = weights;
    }

    /**
     * The regression that fits best.
     *
     * @param rows inputs, of one length, at least one row
     * @param targets as many rows, of one length
     * @throws IllegalArgumentException if there are no rows, or not as many targets
     */
    public static RidgeRegression fit(List<double[]> rows, List<double[]> targets) {
        if (rows.isEmpty() || rows.size() != targets.size()) {
            throw new IllegalArgumentException(rows.size() + " rows with " + targets.size() + " targets");
        }
        int size = rows.get(0).length;
        double[] mean = new double[size];
        double[] deviation = new double[size];
        standardise(rows, mean, deviation);
        double[][] gram = new double[size + 1][size + 1];
        double[][] products = new double[size + 1][targets.get(0).length];
        for (int i = 0; i < rows.size(); i++) {
            addUp(standardised(rows.get(i), mean, deviation), targets.get(i), gram, products);
        }
        // The constant is free, or the mean of the targets would be pulled to zero.
        for (int j = 0; j < size; j++) {
            gram[j][j] += PENALTY;
        }
        solve(gram, products);
        return new RidgeRegression(mean, deviation, products);
    }

    /** The targets these inputs call for. */
    public double[] predict(double[] row) {
        double[] input = standardised(row, mean, deviation);
        double[] result = new double[weights[0].length];
        for (int j = 0; j < input.length; j++) {
            for (int target = 0; target < result.length; target++) {
                result[target] += input[j] * weights[j][target];
            }
        }
        return result;
    }

    /** The mean of an input over the training's rows. */
    public double mean(int input) {
        return mean[input];
    }

    /** The standard deviation of an input over the training's rows, positive. */
    public double deviation(int input) {
        return deviation[input];
    }

    /** By how much a target grows when an input grows by its deviation. */
    public double weight(int input, int target) {
        return weights[input][target];
    }

    /** A target where every input has its mean. */
    public double intercept(int target) {
        return weights[weights.length - 1][target];
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

    private static void addUp(double[] input, double[] target, double[][] gram, double[][] products) {
        for (int j = 0; j < input.length; j++) {
            for (int k = 0; k <= j; k++) {
                gram[j][k] += input[j] * input[k];
            }
            for (int k = 0; k < target.length; k++) {
                products[j][k] += input[j] * target[k];
            }
        }
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
