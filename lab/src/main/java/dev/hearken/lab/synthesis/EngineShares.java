package dev.hearken.lab.synthesis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;

/**
 * How large a part of the clips each engine says.
 *
 * @param weights by engine, not negative; in any unit
 * @param ofOthers the weight of an engine that is not named
 */
public record EngineShares(Map<String, Double> weights, double ofOthers) {
    /**
     * Engines with recorded voices say more a voice, as they sound more like people. The classic four are in
     * proportion to what served the typed-phrase benchmark best.
     */
    public static final EngineShares STANDARD = new EngineShares(
            Map.of(
                    EspeakNg.ENGINE, 1200.0,
                    Flite.ENGINE, 700.0,
                    Pico.ENGINE, 450.0,
                    Festival.ENGINE, 120.0,
                    Kokoro.ENGINE, 600.0,
                    PiperVoice.ENGINE, 300.0),
            450);

    public EngineShares {
        weights = Map.copyOf(weights);
        if (weights.values().stream().anyMatch(weight -> !(weight >= 0)) || !(ofOthers >= 0)) {
            throw new IllegalArgumentException("weights are not negative, got " + weights + ", others " + ofOthers);
        }
    }

    double of(String engine) {
        return weights.getOrDefault(engine, ofOthers);
    }

    /** {@code clips} divided among these engines so that the parts add up: each gets what its weight is of the rest. */
    Map<String, Integer> divide(int clips, SortedSet<String> engines) {
        double weight = engines.stream().mapToDouble(this::of).sum();
        int left = clips;
        Map<String, Integer> parts = new LinkedHashMap<>();
        for (String engine : engines) {
            int part = weight > 0 ? (int) Math.round(left * of(engine) / weight) : 0;
            parts.put(engine, part);
            left -= part;
            weight -= of(engine);
        }
        return parts;
    }
}
