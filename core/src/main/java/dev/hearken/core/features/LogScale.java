package dev.hearken.core.features;

import dev.hearken.core.graph.GraphBuilder;
import java.util.List;

/**
 * How the level of a band is expressed: a logarithm of the value, or of the floor where the value is below it.
 *
 * <p>The floor is absolute, so a frame's features depend on this frame alone; librosa's {@code top_db}, which cuts at 80 dB below the
 * loudest frame of the whole clip, is not offered because a stream has no whole clip.
 *
 * @param unit natural logarithm or decibels
 * @param floor the smallest value the logarithm is taken of, positive and finite
 */
public record LogScale(Unit unit, float floor) {
    /** What the logarithm is counted in. */
    public enum Unit {
        /** {@code ln(max(x, floor))}. */
        NATURAL,
        /** {@code 10 log10(max(x, floor))} of a power, {@code 20 log10(max(x, floor))} of a magnitude. */
        DECIBEL
    }

    public LogScale {
        if (!(floor > 0) || !Float.isFinite(floor)) {
            throw new IllegalArgumentException("floor must be positive and finite, got " + floor);
        }
    }

    /** {@code ln(max(x, floor))}. */
    public static LogScale natural(float floor) {
        return new LogScale(Unit.NATURAL, floor);
    }

    /** Decibels relative to 1, as {@code librosa.power_to_db(x, ref=1, amin=floor, top_db=None)}. */
    public static LogScale decibels(float floor) {
        return new LogScale(Unit.DECIBEL, floor);
    }

    String appendTo(GraphBuilder graph, String value, LogMel.Spectrum spectrum) {
        String log = graph.node("Log", List.of(graph.node("Max", List.of(value, graph.scalar(floor)))));
        if (unit == Unit.NATURAL) {
            return log;
        }
        double factor = (spectrum == LogMel.Spectrum.POWER ? 10 : 20) / Math.log(10);
        return graph.node("Mul", List.of(log, graph.scalar((float) factor)));
    }
}
