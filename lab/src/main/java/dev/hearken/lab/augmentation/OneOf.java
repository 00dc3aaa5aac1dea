package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One of several augmentations, chosen anew for each clip with equal chances.
 *
 * @param choices at least one
 */
public record OneOf(List<Augmentation> choices) implements Augmentation {
    public OneOf {
        choices = List.copyOf(choices);
        if (choices.isEmpty()) {
            throw new IllegalArgumentException("at least one choice is needed");
        }
    }

    @Override
    public Waveform apply(Waveform clip, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size())).apply(clip, random);
    }
}
