package dev.hearken.lab.phonetics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * The best of many candidates at every distance: so many of each half a phone, so that the near do not crowd out the far.
 *
 * @param <T> what is ranked
 */
final class Bands<T> {
    /** What is farther is like nothing any more. */
    static final double FARTHEST = 4;

    private static final double WIDTH = 0.5;

    /**
     * A candidate.
     *
     * @param distance in which band it stands, at most {@link #FARTHEST}
     * @param rank the lower the better within its band
     */
    record Ranked<T>(T item, double distance, double rank) {}

    private final List<PriorityQueue<Ranked<T>>> bands;
    private final int each;

    /** Keeps so many in each band. */
    Bands(int each) {
        this.each = each;
        this.bands = Stream.generate(() -> new PriorityQueue<Ranked<T>>(
                        Comparator.<Ranked<T>>comparingDouble(Ranked::rank).reversed()))
                .limit((int) (FARTHEST / WIDTH) + 1)
                .toList();
    }

    /** Whether a candidate of this rank would be kept; spares making it. */
    boolean wants(double distance, double rank) {
        if (distance > FARTHEST) {
            return false;
        }
        PriorityQueue<Ranked<T>> band = bands.get((int) (distance / WIDTH));
        Ranked<T> worst = band.peek();
        return worst == null || band.size() < each || rank < worst.rank();
    }

    void add(T item, double distance, double rank) {
        if (!wants(distance, rank)) {
            return;
        }
        PriorityQueue<Ranked<T>> band = bands.get((int) (distance / WIDTH));
        if (band.stream().anyMatch(other -> other.item().equals(item))) {
            return;
        }
        band.add(new Ranked<>(item, distance, rank));
        if (band.size() > each) {
            band.poll();
        }
    }

    /** All that were kept, the nearest bands first. */
    List<Ranked<T>> kept() {
        List<Ranked<T>> kept = new ArrayList<>();
        bands.forEach(band ->
                band.stream().sorted(Comparator.comparingDouble(Ranked::rank)).forEach(kept::add));
        return kept;
    }
}
