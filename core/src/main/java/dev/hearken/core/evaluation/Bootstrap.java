package dev.hearken.core.evaluation;

import dev.hearken.core.task.LabelSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Intervals by drawing the test again and again from itself: 2.5 and 97.5 percentiles of the figure over seeded resamples.
 *
 * <p>Where groups are known whole groups are drawn (the cluster bootstrap; Field and Welsh 2007), because clips of one speaker fail
 * together: drawing clips would promise more certainty than a handful of speakers can give. A clip of unknown group is drawn by
 * itself, and if there are not two groups, clips are drawn. With fewer than about twenty groups the interval is still rather too narrow.
 *
 * @param resamples how many draws, from 100 to 100,000
 * @param seed the same seed gives the same intervals
 */
public record Bootstrap(int resamples, long seed) {
    /** What reports use: a thousand draws. */
    public static final Bootstrap STANDARD = new Bootstrap(1000, 20170603);

    /** What is drawn. */
    public enum Unit {
        /** Whole groups. */
        GROUP,
        /** Single clips. */
        CLIP
    }

    public Bootstrap {
        if (resamples < 100 || resamples > 100_000) {
            throw new IllegalArgumentException("resamples must be from 100 to 100,000, got " + resamples);
        }
    }

    /** What is drawn from these clips. */
    static Unit unitOf(List<ScoredClip> clips) {
        boolean known = clips.stream().anyMatch(clip -> clip.group().isPresent());
        return known && clusters(clips).size() > 1 ? Unit.GROUP : Unit.CLIP;
    }

    /** The interval of each figure, all from the same draws, in the order given. */
    List<Interval> intervals(LabelSet labels, List<ScoredClip> clips, List<ToDoubleFunction<ConfusionMatrix>> figures) {
        List<int[]> units = units(clips);
        Random random = new Random(seed);
        double[][] drawn = new double[figures.size()][resamples];
        for (int draw = 0; draw < resamples; draw++) {
            ConfusionMatrix confusion = new ConfusionMatrix(labels);
            for (int i = 0; i < units.size(); i++) {
                for (int clip : units.get(random.nextInt(units.size()))) {
                    confusion.add(clips.get(clip).truth(), clips.get(clip).predicted());
                }
            }
            for (int figure = 0; figure < drawn.length; figure++) {
                drawn[figure][draw] = figures.get(figure).applyAsDouble(confusion);
            }
        }
        return Arrays.stream(drawn).map(Bootstrap::middle95).toList();
    }

    /**
     * The interval of one more figure, from the same draws. A draw that gives no figure is passed over.
     *
     * @param figure of how often each clip was drawn
     * @return empty if no draw gives a figure
     */
    Optional<Interval> interval(List<ScoredClip> clips, Function<int[], OptionalDouble> figure) {
        List<int[]> units = units(clips);
        Random random = new Random(seed);
        double[] drawn = IntStream.range(0, resamples)
                .mapToObj(draw -> figure.apply(draw(units, clips.size(), random)))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        return drawn.length == 0 ? Optional.empty() : Optional.of(middle95(drawn));
    }

    private static int[] draw(List<int[]> units, int clips, Random random) {
        int[] times = new int[clips];
        for (int i = 0; i < units.size(); i++) {
            for (int clip : units.get(random.nextInt(units.size()))) {
                times[clip]++;
            }
        }
        return times;
    }

    private static Interval middle95(double[] values) {
        Arrays.sort(values);
        return new Interval(percentile(values, 0.025), percentile(values, 0.975));
    }

    /** Linear between neighbours, as NumPy's {@code percentile} by default. */
    static double percentile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** The clips of each unit, by their places. */
    private static List<int[]> units(List<ScoredClip> clips) {
        return unitOf(clips) == Unit.GROUP
                ? clusters(clips).stream()
                        .map(places ->
                                places.stream().mapToInt(Integer::intValue).toArray())
                        .toList()
                : IntStream.range(0, clips.size()).mapToObj(i -> new int[] {i}).toList();
    }

    private static Collection<List<Integer>> clusters(List<ScoredClip> clips) {
        Map<Object, List<Integer>> clusters = new LinkedHashMap<>();
        for (int i = 0; i < clips.size(); i++) {
            ScoredClip clip = clips.get(i);
            Object key = clip.group().isPresent() ? clip.group().get() : clip;
            clusters.computeIfAbsent(key, unused -> new ArrayList<>()).add(i);
        }
        return clusters.values();
    }
}
