package dev.hearken.cli.worker;

import dev.hearken.lab.tracking.RunTracker;
import dev.hearken.lab.training.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** What is told of a training at the end of each epoch, with the time it will still take. */
final class EpochFigures {
    private static final double NANOS = 1e9;

    private final LongSupplier nanoTime;
    private final long started;
    private int epochs;

    EpochFigures(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
    }

    /** The figures that are numbers; those of a validation that did not take place are left out. */
    Map<String, Number> of(Progress progress) {
        epochs++;
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("epoch", progress.epoch());
        figures.put("epochs", progress.epochs());
        new TreeMap<>(RunTracker.measures(progress)).forEach((name, value) -> {
            if (Double.isFinite(value)) {
                figures.put(name, value);
            }
        });
        double perEpoch = (nanoTime.getAsLong() - started) / NANOS / epochs;
        figures.put("left_seconds", (double) Math.round(perEpoch * (progress.epochs() - progress.epoch())));
        return figures;
    }
}
