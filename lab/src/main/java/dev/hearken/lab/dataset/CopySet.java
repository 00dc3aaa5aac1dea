package dev.hearken.lab.dataset;

import java.util.List;

/**
 * Clips that are one recording, stored more than once.
 *
 * @param clips two or more
 * @param exact whether all files are the same byte for byte; otherwise gain, a shift, noise or another encoding sets them apart
 * @param likeness the least cross-correlation by which two of them were found to be the same, at most 1
 */
public record CopySet(List<LabelledClip> clips, boolean exact, double likeness) {
    public CopySet {
        clips = List.copyOf(clips);
    }

    /** Whether one recording stands under two labels, of which at most one is right. */
    public boolean labelsDiffer() {
        return clips.stream().map(LabelledClip::label).distinct().count() > 1;
    }

    /** Whether one recording stands under two groups, so that no split by group can keep it on one side. */
    public boolean groupsDiffer() {
        return clips.stream().map(LabelledClip::group).distinct().count() > 1;
    }
}
