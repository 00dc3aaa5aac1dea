package dev.hearken.lab.synthesis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of a plan.
 *
 * @param clips in the plan's order
 * @param skips the lines that were not said, in the plan's order
 * @param fromCache how many of the clips had been said before
 */
public record SpeechSession(List<LabelledSpeech> clips, List<SkippedLine> skips, int fromCache) {
    /** A line of the plan that was not said, and why. */
    public record SkippedLine(SpeechPlan.Line line, Skipped skipped) {}

    public SpeechSession {
        clips = List.copyOf(clips);
        skips = List.copyOf(skips);
    }

    /** How often each reason occurred. */
    public Map<SkipReason, Long> skipCounts() {
        return skips.stream()
                .collect(Collectors.groupingBy(skip -> skip.skipped().reason(), TreeMap::new, Collectors.counting()));
    }
}
