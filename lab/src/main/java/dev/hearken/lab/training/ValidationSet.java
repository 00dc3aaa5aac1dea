package dev.hearken.lab.training;

import java.util.List;

/**
 * Clips set aside from training, unaugmented, to choose the best epoch and to calibrate by.
 *
 * @param batches their features, in order; targets hold a single 1 a row
 */
public record ValidationSet(List<Batch> batches) {
    public ValidationSet {
        batches = List.copyOf(batches);
    }

    /** How many examples there are. */
    public int size() {
        return batches.stream().mapToInt(Batch::size).sum();
    }
}
