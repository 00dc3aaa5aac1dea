package dev.hearken.lab.synthesis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of a plan.
 *
 * @param clips in the plan's order
 * @param skips the lines that were not said, in the plan's order
 * @param reused what of the clips had been said before
 */
public record SpeechSession(List<LabelledSpeech> clips, List<SkippedLine> skips, Reused reused) {
    /** A line of the plan that was not said, and why. */
    public record SkippedLine(SpeechPlan.Line line, Skipped skipped) {}

    /** How many clips came from the catalogue, and how long they are. */
    public record Reused(int clips, double seconds) {}

    public SpeechSession {
        clips = List.copyOf(clips);
        skips = List.copyOf(skips);
    }

    /** How many clips were said anew. */
    public int made() {
        return clips.size() - reused.clips();
    }

    /** How often each reason occurred. */
    public Map<SkipReason, Long> skipCounts() {
        return skips.stream()
                .collect(Collectors.groupingBy(skip -> skip.skipped().reason(), TreeMap::new, Collectors.counting()));
    }

    /** Both together, what came of this first. */
    SpeechSession with(SpeechSession more) {
        return new SpeechSession(
                Stream.concat(clips.stream(), more.clips.stream()).toList(),
                Stream.concat(skips.stream(), more.skips.stream()).toList(),
                new Reused(reused.clips + more.reused.clips, reused.seconds + more.reused.seconds));
    }
}
