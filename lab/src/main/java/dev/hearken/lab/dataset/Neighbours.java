package dev.hearken.lab.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the points near each point without looking at every pair in full.
 *
 * <p>Points are sorted along the axis on which they vary most. A pair farther apart on it than the reach is never looked at, and of the
 * others the squared distance is summed from the most varying axis on and given up once too large. Nothing within reach is missed.
 */
final class Neighbours {
    /** Two points, the first of lower index, and how far apart they are. */
    record Pair(int first, int second, double distance) {}

    private final float[][] points;
    private final double reach;

    /** Points of one dimension, by their original index in {@code origin}. */
    private final Integer[] origin;

    private Neighbours(List<float[]> fingerprints, double reach) {
        this.reach = reach;
        int[] axes = axesByVariance(fingerprints);
        float[][] turned =
                fingerprints.stream().map(point -> reordered(point, axes)).toArray(float[][]::new);
        origin = IntStream.range(0, turned.length).boxed().toArray(Integer[]::new);
        Arrays.sort(origin, Comparator.comparingDouble(i -> turned[i][0]));
        points = new float[turned.length][];
        for (int i = 0; i < points.length; i++) {
            points[i] = turned[origin[i]];
        }
    }

    /** Every pair of points within {@code reach} of which one is among the {@code most} nearest later ones of the other. */
    static List<Pair> within(List<float[]> points, double reach, int most) {
        if (points.size() < 2) {
            return List.of();
        }
        Neighbours neighbours = new Neighbours(points, reach);
        return IntStream.range(0, points.size())
                .parallel()
                .mapToObj(place -> neighbours.after(place, most))
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Pair::first).thenComparingInt(Pair::second))
                .toList();
    }

    private List<Pair> after(int place, int most) {
        List<Pair> near = new ArrayList<>();
        for (int other = place + 1; other < points.length; other++) {
            if (points[other][0] - points[place][0] > reach) {
                break;
            }
            double squared = squaredDistance(points[place], points[other]);
            if (squared <= reach * reach) {
                int first = Math.min(origin[place], origin[other]);
                int second = Math.max(origin[place], origin[other]);
                near.add(new Pair(first, second, Math.sqrt(squared)));
            }
        }
        near.sort(Comparator.comparingDouble(Pair::distance));
        return near.subList(0, Math.min(most, near.size()));
    }

    /** The squared distance, or something above the squared reach. */
    private double squaredDistance(float[] one, float[] other) {
        double sum = 0;
        for (int axis = 0; axis < one.length && sum <= reach * reach; axis++) {
            double gap = one[axis] - other[axis];
            sum += gap * gap;
        }
        return sum;
    }

    private static int[] axesByVariance(List<float[]> points) {
        double[] variance = new double[points.get(0).length];
        for (int axis = 0; axis < variance.length; axis++) {
            double sum = 0;
            double squares = 0;
            for (float[] point : points) {
                sum += point[axis];
                squares += point[axis] * point[axis];
            }
            variance[axis] = squares / points.size() - Math.pow(sum / points.size(), 2);
        }
        return IntStream.range(0, variance.length)
                .boxed()
                .sorted(Comparator.comparingDouble(axis -> -variance[axis]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static float[] reordered(float[] point, int[] axes) {
        float[] reordered = new float[point.length];
        for (int i = 0; i < axes.length; i++) {
            reordered[i] = point[axes[i]];
        }
        return reordered;
    }
}
