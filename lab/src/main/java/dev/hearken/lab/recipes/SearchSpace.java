package dev.hearken.lab.recipes;

import dev.hearken.core.HearkenException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The settings a sweep tries: for some keys several values, or a range to draw from.
 *
 * @param axes the values of each key, in the order given
 */
public record SearchSpace(Map<String, SearchAxis> axes) {
    /** More would keep two cores busy for days. */
    public static final int MAX_TRIALS = 1_000;

    /** Draws in a row that find nothing new, after which a random search has found what there is. */
    private static final int FRUITLESS_DRAWS = 1_000;

    /**
     * The space these words span, each {@code KEY=VALUE,VALUE,…} or {@code KEY=LOW..HIGH}.
     *
     * @throws HearkenException {@code SWEEP_INVALID}
     */
    public static SearchSpace parse(List<String> words) {
        Map<String, SearchAxis> axes = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw HearkenException.user(
                        "SWEEP_INVALID", "a sweep is written KEY=VALUE,VALUE or KEY=LOW..HIGH, got '" + word + "'");
            }
            String key = word.substring(0, equals);
            if (axes.put(key, SearchAxis.parse(key, word.substring(equals + 1))) != null) {
                throw HearkenException.user("SWEEP_INVALID", key + " stands in the sweep twice");
            }
        }
        return new SearchSpace(axes);
    }

    /**
     * Every combination, the last key changing fastest; each a list of {@code KEY=VALUE}.
     *
     * @throws HearkenException {@code SWEEP_INVALID} if a key has a range, or there are more than {@value #MAX_TRIALS}
     */
    public List<List<String>> grid() {
        List<List<String>> grid = List.of(List.of());
        for (Map.Entry<String, SearchAxis> axis : axes.entrySet()) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> begun : grid) {
                for (String value : axis.getValue().values(axis.getKey())) {
                    longer.add(with(begun, axis.getKey() + "=" + value));
                }
            }
            grid = atMost(longer);
        }
        return grid;
    }

    /**
     * Different combinations drawn at random, {@code trials} of them or as many as there are; the same seed draws the same.
     *
     * @throws HearkenException {@code SWEEP_INVALID} if {@code trials} is not between 1 and {@value #MAX_TRIALS}
     */
    public List<List<String>> random(int trials, long seed) {
        if (trials < 1 || trials > MAX_TRIALS) {
            throw HearkenException.user(
                    "SWEEP_INVALID", "trials must be between 1 and %d, got %d".formatted(MAX_TRIALS, trials));
        }
        SplittableRandom random = new SplittableRandom(seed);
        Set<List<String>> drawn = new LinkedHashSet<>();
        for (int fruitless = 0; drawn.size() < trials && fruitless < FRUITLESS_DRAWS; fruitless++) {
            List<String> trial = new ArrayList<>();
            axes.forEach((key, axis) -> trial.add(key + "=" + axis.draw(random)));
            if (drawn.add(trial)) {
                fruitless = 0;
            }
        }
        return List.copyOf(drawn);
    }

    private static List<List<String>> atMost(List<List<String>> trials) {
        if (trials.size() > MAX_TRIALS) {
            throw HearkenException.user(
                    "SWEEP_INVALID",
                    "a grid may have %d trials, and this has more; draw some with --trials N".formatted(MAX_TRIALS));
        }
        return trials;
    }

    private static List<String> with(List<String> begun, String setting) {
        List<String> longer = new ArrayList<>(begun);
        longer.add(setting);
        return longer;
    }
}
