package dev.hearken.lab.alignment;

import java.util.List;

/**
 * What was cut out of natural speech.
 *
 * @param skipped recordings that say the phrase but could not be cut, each with its reason
 */
public record FoundClips(List<NaturalClip> clips, List<String> skipped) {
    public FoundClips {
        clips = List.copyOf(clips);
        skipped = List.copyOf(skipped);
    }
}
