package dev.hearken.lab.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What came of loading clips: those in memory and those passed over, each in the order they were asked for.
 *
 * @param clips the usable ones
 * @param rejected the others, with reasons; to be counted and shown, never silently dropped
 */
public record LoadedClips(List<LoadedClip> clips, List<RejectedClip> rejected) {
    private static final double USUAL_SHARE = 0.95;
    private static final double SHORTEST_SECONDS = 0.5;
    private static final double LONGEST_SECONDS = 10;

    public LoadedClips {
        clips = List.copyOf(clips);
        rejected = List.copyOf(rejected);
    }

    /** What the usable clips are. */
    public List<LabelledClip> labelled() {
        return clips.stream().map(LoadedClip::clip).toList();
    }

    /** The loaded ones among {@code some} of the clips that were asked for, in the order of {@code some}. */
    public List<LoadedClip> select(List<LabelledClip> some) {
        Map<LabelledClip, LoadedClip> byClip = new HashMap<>();
        clips.forEach(loaded -> byClip.put(loaded.clip(), loaded));
        return some.stream().map(byClip::get).filter(Objects::nonNull).toList();
    }

    /** How long most of the usable clips last: nineteen in twenty at most this, in tenths of a second, from half a second to ten. */
    public double usualSeconds() {
        double[] seconds = clips.stream()
                .mapToDouble(clip ->
                        (double) clip.waveform().length() / clip.waveform().sampleRateHz())
                .sorted()
                .toArray();
        double usual = seconds.length == 0 ? 0 : seconds[(int) (USUAL_SHARE * (seconds.length - 1))];
        return Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, Math.ceil(10 * usual) / 10));
    }
}
