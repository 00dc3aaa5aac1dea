package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.random.RandomGenerator;

/**
 * Moves a clip in time; keeps the length. What leaves at one end is lost and silence enters at the other.
 *
 * @param seconds positive is later, negative is earlier
 */
public record Shift(Range seconds) implements Augmentation {
    @Override
    public Waveform apply(Waveform clip, RandomGenerator random) {
        int later = (int) Math.round(seconds.draw(random) * clip.sampleRateHz());
        return later == 0 ? clip : clip.window(-later, clip.length() - later);
    }
}
