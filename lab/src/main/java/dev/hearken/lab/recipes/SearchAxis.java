package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sweep tries for one key. */
public sealed interface SearchAxis {
    /** Every value there is to try. */
    List<String> values(String key);

    /** One of them. */
    String draw(SplittableRandom random);

    /** Reads {@code VALUE,VALUE,…} or {@code LOW..HIGH}. */
    static SearchAxis parse(String key, String text) {
        Matcher range = Range.WRITTEN.matcher(text);
        if (range.matches()) {
            boolean whole = Range.WHOLE.matcher(text).matches();
            return new Range(Double.parseDouble(range.group(1)), Double.parseDouble(range.group(2)), whole);
        }
        List<String> values = List.of(text.split(",", -1));
        if (values.contains("")) {
            throw HearkenException.user("SWEEP_INVALID", "a value is missing in %s=%s".formatted(key, text));
        }
        return new Choice(values);
    }

    /** These values and no others. */
    record Choice(List<String> values) implements SearchAxis {
        public Choice {
            values = List.copyOf(values);
        }

        @Override
        public List<String> values(String key) {
            return values;
        }

        @Override
        public String draw(SplittableRandom random) {
            return values.get(random.nextInt(values.size()));
        }
    }

    /**
     * Any number of a range: drawn so that 1 to 10 is as likely as 10 to 100 where the range is positive, evenly elsewhere.
     *
     * @param whole whether only whole numbers are meant, as when both ends are written without a point or exponent
     */
    record Range(double low, double high, boolean whole) implements SearchAxis {
        private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?)";
        private static final Pattern WRITTEN = Pattern.compile(NUMBER + "\\.\\." + NUMBER);
        private static final Pattern WHOLE = Pattern.compile("-?\\d+\\.\\.-?\\d+");

        public Range {
            if (!(low < high)) {
                throw HearkenException.user("SWEEP_INVALID", "a range goes up, got %s..%s".formatted(low, high));
            }
        }

        @Override
        public List<String> values(String key) {
            throw HearkenException.user(
                    "SWEEP_INVALID", key + " has a range; say how many values to draw from it with --trials N");
        }

        @Override
        public String draw(SplittableRandom random) {
            double share = random.nextDouble();
            double value = low > 0 ? low * Math.pow(high / low, share) : low + (high - low) * share;
            return whole ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.3g", value);
        }
    }
}
