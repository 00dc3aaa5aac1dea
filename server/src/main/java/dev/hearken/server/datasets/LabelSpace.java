package dev.hearken.server.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Labelled points, each dimension scaled so that clips of one label spread by 1 in it: what tells labels apart counts, what differs
 * anyway does not. With few clips for many dimensions that is all of the within-label covariance that can be told.
 */
final class LabelSpace {
    /** Of clips near a clip, so many are asked for their label. */
    private static final int NEIGHBOURS = 5;

    private static final int ROUNDS = 50;
    private static final double SMALLEST_SPREAD = 1e-6;

    private final List<String> labels;
    private final double[][] points;

    /**
     * Scales and centres points.
     *
     * @param vectors one a label, all of one length
     */
    LabelSpace(List<float[]> vectors, List<String> labels) {
        this.labels = List.copyOf(labels);
        this.points = vectors.stream().map(LabelSpace::widened).toArray(double[][]::new);
        double[] centre = mean(IntStream.range(0, points.length).boxed().toList());
        double[] spread = spread();
        for (double[] point : points) {
            for (int i = 0; i < point.length; i++) {
                point[i] = (point[i] - centre[i]) / spread[i];
            }
        }
    }

    /**
     * The plane on which labels lie farthest apart: the first two principal axes of their centroids, filled up with those of the points
     * where there are fewer than three labels.
     *
     * @return [points, 2]
     */
    double[][] plane() {
        List<double[]> centroids =
                new ArrayList<>(members().values().stream().map(this::mean).toList());
        List<double[]> rest = new ArrayList<>(List.of(points));
        double[][] axes = new double[2][];
        for (int axis = 0; axis < axes.length; axis++) {
            boolean between = energy(centroids) > SMALLEST_SPREAD;
            axes[axis] = principalAxis(between ? centroids : rest);
            centroids = without(centroids, axes[axis]);
            rest = without(rest, axes[axis]);
        }
        double[][] plane = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            plane[i] = new double[] {dot(points[i], axes[0]), dot(points[i], axes[1])};
        }
        return plane;
    }

    /** What share of each point's nearest others has another label: 1 where it looks mislabelled. */
    double[] oddness() {
        double[] oddness = new double[points.length];
        int most = Math.min(NEIGHBOURS, points.length - 1);
        for (int i = 0; i < points.length; i++) {
            int self = i;
            double[] distances = new double[points.length];
            for (int j = 0; j < points.length; j++) {
                distances[j] = distance(points[i], points[j]);
            }
            oddness[i] = most == 0
                    ? 0
                    : IntStream.range(0, points.length)
                                    .filter(j -> j != self)
                                    .boxed()
                                    .sorted((a, b) -> Double.compare(distances[a], distances[b]))
                                    .limit(most)
                                    .filter(j -> !labels.get(j).equals(labels.get(self)))
                                    .count()
                            / (double) most;
        }
        return oddness;
    }

    private Map<String, List<Integer>> members() {
        Map<String, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < labels.size(); i++) {
            members.computeIfAbsent(labels.get(i), label -> new ArrayList<>()).add(i);
        }
        return members;
    }

    private double[] spread() {
        double[] squares = new double[points[0].length];
        for (List<Integer> some : members().values()) {
            double[] mean = mean(some);
            for (int index : some) {
                for (int i = 0; i < squares.length; i++) {
                    squares[i] += (points[index][i] - mean[i]) * (points[index][i] - mean[i]);
                }
            }
        }
        for (int i = 0; i < squares.length; i++) {
            squares[i] = Math.max(SMALLEST_SPREAD, Math.sqrt(squares[i] / points.length));
        }
        return squares;
    }

    private double[] mean(List<Integer> some) {
        double[] mean = new double[points[0].length];
        for (int index : some) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += points[index][i] / some.size();
            }
        }
        return mean;
    }

    /** The direction in which vectors reach farthest from the origin, by power iteration; the first axis where they are all there. */
    private static double[] principalAxis(List<double[]> vectors) {
        double[] axis = new double[vectors.get(0).length];
        for (int i = 0; i < axis.length; i++) {
            axis[i] = 1 / (1.0 + i);
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[axis.length];
            for (double[] vector : vectors) {
                double along = dot(vector, axis);
                for (int i = 0; i < next.length; i++) {
                    next[i] += along * vector[i];
                }
            }
            double length = Math.sqrt(dot(next, next));
            if (length < SMALLEST_SPREAD) {
                break;
            }
            for (int i = 0; i < next.length; i++) {
                axis[i] = next[i] / length;
            }
        }
        return axis;
    }

    private static List<double[]> without(List<double[]> vectors, double[] axis) {
        return vectors.stream()
                .map(vector -> {
                    double along = dot(vector, axis) / Math.max(SMALLEST_SPREAD, dot(axis, axis));
                    double[] rest = new double[vector.length];
                    for (int i = 0; i < rest.length; i++) {
                        rest[i] = vector[i] - along * axis[i];
                    }
                    return rest;
                })
                .toList();
    }

    private static double energy(List<double[]> vectors) {
        return vectors.stream().mapToDouble(vector -> dot(vector, vector)).sum();
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] widened(float[] vector) {
        double[] wide = new double[vector.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = vector[i];
        }
        return wide;
    }
}
