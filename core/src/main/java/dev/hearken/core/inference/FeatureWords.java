package dev.hearken.core.inference;

import java.util.Locale;

/**
 * A clip statistic in plain words.
 *
 * @param term what the field calls it
 * @param higher what a clip is that has more of it, fit to be followed by "than usual"
 * @param lower what a clip is that has less of it, likewise
 * @param format how its value is written, with its unit
 */
record FeatureWords(String term, String higher, String lower, String format) {
    /** The words for a name of {@code ClipStatistics}; its own name if there are none. */
    static FeatureWords of(String feature) {
        return switch (feature) {
            case "mfcc_1" -> new FeatureWords("overall level (MFCC 1)", "more intense", "less intense", "%.0f");
            case "mfcc_2" ->
                new FeatureWords("spectral tilt (MFCC 2)", "heavier in the lows", "lighter in the lows", "%.1f");
            case "mfcc_3" ->
                new FeatureWords("spectral bend (MFCC 3)", "hollower in the middle", "fuller in the middle", "%.1f");
            case "spectral_centroid_hz" -> new FeatureWords("spectral centroid", "brighter", "darker", "%,.0f Hz");
            case "spectral_rolloff_hz" ->
                new FeatureWords("spectral rolloff", "reaching higher", "reaching less high", "%,.0f Hz");
            case "zero_crossing_rate" ->
                new FeatureWords("zero-crossing rate", "more hissing", "smoother", "%.3f a sample");
            case "rms" -> new FeatureWords("root mean square", "louder", "quieter", "%.4f of full scale");
            case "tempo_bpm" -> new FeatureWords("tempo", "faster", "slower", "%.0f beats a minute");
            default -> byFamily(feature);
        };
    }

    /** "brighter than usual: spectral centroid 2,310 Hz against 1,870 Hz on average". */
    String compare(double value, double average) {
        return "%s than usual: %s %s against %s on average"
                .formatted(value > average ? higher : lower, term, number(value), number(average));
    }

    private static FeatureWords byFamily(String feature) {
        if (feature.startsWith("chroma_")) {
            String pitch = feature.substring("chroma_".length())
                    .toUpperCase(Locale.ROOT)
                    .replace("_SHARP", " sharp");
            return new FeatureWords(
                    "chroma " + pitch, "more on the pitch " + pitch, "less on the pitch " + pitch, "%.2f");
        }
        if (feature.startsWith("mfcc_")) {
            String term = "MFCC " + feature.substring("mfcc_".length());
            return new FeatureWords("vocal colour (" + term + ")", "higher in " + term, "lower in " + term, "%.1f");
        }
        return new FeatureWords(feature, "higher", "lower", "%.3g");
    }

    private String number(double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
