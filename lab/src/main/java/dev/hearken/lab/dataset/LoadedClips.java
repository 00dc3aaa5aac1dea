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
}
