package dev.hearken.lab.training;

import dev.hearken.lab.network.Parameter;
import java.util.Comparator;
import java.util.Map;

/**
 * How much faster or slower than the rest some parts of a network learn: early layers that are to keep what they know get small factors
 * (Howard and Ruder, 2018, arXiv:1801.06146, "discriminative fine-tuning").
 *
 * @param factors on the learning rate, by the name of a layer or of what its name begins with ({@code stage1}); in (0, 100]
 */
public record LayerRates(Map<String, Double> factors) {
    private static final double GREATEST = 100;

    public LayerRates {
        factors = Map.copyOf(factors);
        factors.forEach((part, factor) -> {
            if (!(factor > 0 && factor <= GREATEST)) {
                throw new IllegalArgumentException(
                        "the rate factor of %s must be in (0, %.0f], got %s".formatted(part, GREATEST, factor));
            }
        });
    }

    /** Everything learns at the same rate. */
    public static LayerRates equal() {
        return new LayerRates(Map.of());
    }

    /** The factor of a parameter: that of the longest name it is part of, else 1. */
    double factor(Parameter parameter) {
        return factors.keySet().stream()
                .filter(parameter::isPartOf)
                .max(Comparator.comparingInt(String::length))
                .map(factors::get)
                .orElse(1.0);
    }
}
