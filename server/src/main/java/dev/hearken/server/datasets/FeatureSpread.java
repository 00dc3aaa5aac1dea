package dev.hearken.server.datasets;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one feature is spread over the labels.
 *
 * @param name the feature, with its unit
 * @param telling the share of its variance that lies between labels (eta squared), in [0, 1]
 * @param labels where each label's clips lie
 * @param reading what that means, in a sentence
 */
@Schema(name = "FeatureSpread", description = "How one feature is spread over the labels.")
record FeatureSpread(
        @Schema(example = "spectral_centroid_hz") String name,

        @Schema(description = "The share of its variance that lies between labels, from 0 to 1.")
        double telling,

        List<LabelSpread> labels,
        String reading) {
    private static final double MUCH = 0.3;
    private static final double LITTLE = 0.06;

    /** The quartiles and the 5th and 95th hundredth of one label's clips. */
    @Schema(name = "LabelSpread")
    record LabelSpread(String label, double p5, double p25, double median, double p75, double p95) {}

    /** One value a label, in the same order. */
    static FeatureSpread of(String name, double[] values, List<String> labels) {
        Map<String, List<Double>> byLabel = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            byLabel.computeIfAbsent(labels.get(i), label -> new ArrayList<>()).add(values[i]);
        }
        List<LabelSpread> spreads = byLabel.entrySet().stream()
                .map(entry -> spread(entry.getKey(), entry.getValue()))
                .toList();
        double telling = etaSquared(values, byLabel);
        return new FeatureSpread(name, telling, spreads, reading(name, telling, spreads));
    }

    private static LabelSpread spread(String label, List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new LabelSpread(
                label, at(sorted, 0.05), at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75), at(sorted, 0.95));
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static double etaSquared(double[] values, Map<String, List<Double>> byLabel) {
        double mean = Arrays.stream(values).average().orElse(0);
        double all = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double between = byLabel.values().stream()
                .mapToDouble(some -> {
                    double own = some.stream()
                            .mapToDouble(Double::doubleValue)
                            .average()
                            .orElse(mean);
                    return some.size() * (own - mean) * (own - mean);
                })
                .sum();
        return all == 0 ? 0 : between / all;
    }

    private static String reading(String name, double telling, List<LabelSpread> labels) {
        String plain = name.replace('_', ' ');
        if (labels.size() < 2) {
            return "There is one label only, so %s tells nothing apart.".formatted(plain);
        }
        LabelSpread least = labels.get(0);
        LabelSpread most = labels.get(0);
        for (LabelSpread label : labels) {
            least = label.median < least.median ? label : least;
            most = label.median > most.median ? label : most;
        }
        String strength = telling >= MUCH
                ? "tells the labels apart well"
                : telling >= LITTLE ? "helps a little" : "hardly differs";
        return String.format(
                Locale.ROOT,
                "%s %s (%.0f %% of its variance lies between labels): lowest for %s, highest for %s.",
                Character.toUpperCase(plain.charAt(0)) + plain.substring(1),
                strength,
                100 * telling,
                least.label,
                most.label);
    }
}
