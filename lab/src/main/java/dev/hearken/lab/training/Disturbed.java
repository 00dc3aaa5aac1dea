package dev.hearken.lab.training;

import dev.hearken.lab.augmentation.Augmentation;
import java.util.List;

/**
 * Clean clips, and what happens to them on their way to the microphone.
 *
 * @param clips at least one, each at least as long as a window
 * @param disturbance keeps the length and does not delay what it disturbs
 */
public record Disturbed(List<EmbeddedClip> clips, Augmentation disturbance) {
    public Disturbed {
        clips = List.copyOf(clips);
        if (clips.isEmpty()) {
            throw new IllegalArgumentException("no clips to learn from");
        }
    }
}
