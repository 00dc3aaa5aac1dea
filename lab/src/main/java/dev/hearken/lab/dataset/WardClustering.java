package dev.hearken.lab.dataset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Agglomerative clustering by Ward's rule: two clusters at a time become one, those whose joining adds least to the squared distances from
 * the centres.
 *
 * <p>Ward, Hierarchical grouping to optimize an objective function, 1963; by chains of nearest neighbours (Murtagh 1983), with clusters
 * kept as centre and size, so that memory grows with the number of points and time with its square.
 */
final class WardClustering {
    /** More points are assigned to the nearest centre of clusters of so many, evenly drawn: ten thousand would take minutes. */
    private static final int MOST_POINTS = 3_000;

    private record Merge(int kept, int joined, double cost) {}

    private final List<double[]> centres = new ArrayList<>();
    private final int[] sizes;
    private final boolean[] alive;

    private WardClustering(List<double[]> points) {
        points.forEach(point -> centres.add(point.clone()));
        sizes = new int[points.size()];
        Arrays.fill(sizes, 1);
        alive = new boolean[points.size()];
        Arrays.fill(alive, true);
    }

    /** For each point its cluster, 0 to {@code clusters} - 1 by first member; as many clusters as points if there are fewer points. */
    static int[] cluster(List<double[]> points, int clusters) {
        if (points.size() > MOST_POINTS) {
            return byNearestCentre(points, clusters);
        }
        List<Merge> merges = new ArrayList<>(new WardClustering(points).merges());
        merges.sort(Comparator.comparingDouble(Merge::cost));
        int[] first = new int[points.size()];
        Arrays.setAll(first, i -> i);
        for (Merge merge : merges.subList(0, Math.max(0, points.size() - clusters))) {
            int one = root(first, merge.kept());
            int other = root(first, merge.joined());
            first[Math.max(one, other)] = Math.min(one, other);
        }
        return numbered(first);
    }

    /** All merges down to one cluster, in the order the chains find them. */
    private List<Merge> merges() {
        List<Merge> merges = new ArrayList<>();
        Deque<Integer> chain = new ArrayDeque<>();
        int begin = 0;
        while (merges.size() < sizes.length - 1) {
            if (chain.isEmpty()) {
                while (!alive[begin]) {
                    begin++;
                }
                chain.push(begin);
            }
            int last = chain.pop();
            int before = chain.isEmpty() ? -1 : chain.peek();
            int nearest = nearest(last, before);
            if (nearest == before) {
                chain.pop();
                merges.add(join(before, last));
            } else {
                chain.push(last);
                chain.push(nearest);
            }
        }
        return merges;
    }

    /** The cheapest cluster to join; among equals {@code preferred}, so that every chain ends. */
    private int nearest(int cluster, int preferred) {
        int nearest = preferred;
        double least = preferred < 0 ? Double.POSITIVE_INFINITY : cost(cluster, preferred);
        for (int other = 0; other < sizes.length; other++) {
            if (alive[other] && other != cluster) {
                double cost = cost(cluster, other);
                if (cost < least) {
                    least = cost;
                    nearest = other;
                }
            }
        }
        return nearest;
    }

    private double cost(int one, int other) {
        double share = (double) sizes[one] * sizes[other] / (sizes[one] + sizes[other]);
        return share * squaredDistance(centres.get(one), centres.get(other));
    }

    private Merge join(int kept, int joined) {
        Merge merge = new Merge(kept, joined, cost(kept, joined));
        double[] centre = centres.get(kept);
        double[] other = centres.get(joined);
        int size = sizes[kept] + sizes[joined];
        Arrays.setAll(centre, i -> (centre[i] * sizes[kept] + other[i] * sizes[joined]) / size);
        sizes[kept] = size;
        alive[joined] = false;
        return merge;
    }

    private static int[] byNearestCentre(List<double[]> points, int clusters) {
        List<double[]> some = new ArrayList<>();
        for (int i = 0; i < MOST_POINTS; i++) {
            some.add(points.get((int) ((long) i * points.size() / MOST_POINTS)));
        }
        List<double[]> centres = centres(some, cluster(some, clusters));
        int[] nearest = new int[points.size()];
        for (int i = 0; i < nearest.length; i++) {
            for (int centre = 1; centre < centres.size(); centre++) {
                if (squaredDistance(points.get(i), centres.get(centre))
                        < squaredDistance(points.get(i), centres.get(nearest[i]))) {
                    nearest[i] = centre;
                }
            }
        }
        return nearest;
    }

    private static List<double[]> centres(List<double[]> points, int[] cluster) {
        int[] sizes = new int[Arrays.stream(cluster).max().orElse(-1) + 1];
        List<double[]> centres = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            centres.add(new double[points.get(0).length]);
        }
        for (int i = 0; i < cluster.length; i++) {
            double[] point = points.get(i);
            double[] centre = centres.get(cluster[i]);
            double weight = 1.0 / ++sizes[cluster[i]];
            Arrays.setAll(centre, k -> centre[k] + (point[k] - centre[k]) * weight);
        }
        return centres;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    private static int root(int[] first, int point) {
        int root = point;
        while (first[root] != root) {
            root = first[root];
        }
        return root;
    }

    private static int[] numbered(int[] first) {
        int[] number = new int[first.length];
        int next = 0;
        for (int i = 0; i < first.length; i++) {
            number[i] = first[i] == i ? next++ : number[root(first, i)];
        }
        return number;
    }
}
