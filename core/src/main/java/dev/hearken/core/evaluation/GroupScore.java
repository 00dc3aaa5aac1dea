package dev.hearken.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How one speaker or source fared.
 *
 * @param group its name
 * @param accuracy right answers among its clips
 */
public record GroupScore(String group, Proportion accuracy) {
    /** The score of every known group, by name. */
    static List<GroupScore> of(List<ScoredClip> clips) {
        Map<String, int[]> tallies = new TreeMap<>();
        for (ScoredClip clip : clips) {
            clip.group().ifPresent(group -> {
                int[] tally = tallies.computeIfAbsent(group, unused -> new int[2]);
                tally[0] += clip.correct() ? 1 : 0;
                tally[1]++;
            });
        }
        List<GroupScore> scores = new ArrayList<>();
        tallies.forEach((group, tally) -> scores.add(new GroupScore(group, new Proportion(tally[0], tally[1]))));
        return scores;
    }

    /** The group with the lowest accuracy; of equals the one with the most clips, which says it with the most weight. */
    static Optional<GroupScore> worst(List<GroupScore> scores) {
        GroupScore worst = null;
        for (GroupScore score : scores) {
            if (worst == null || score.isWorseThan(worst)) {
                worst = score;
            }
        }
        return Optional.ofNullable(worst);
    }

    private boolean isWorseThan(GroupScore other) {
        int byAccuracy = Double.compare(accuracy.value(), other.accuracy.value());
        return byAccuracy < 0 || (byAccuracy == 0 && accuracy.trials() > other.accuracy.trials());
    }
}
