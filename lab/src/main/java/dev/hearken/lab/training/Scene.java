package dev.hearken.lab.training;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.ClipWindow;
import dev.hearken.lab.augmentation.Augmentation;
import java.util.random.RandomGenerator;

/**
 * A new occasion for an old clip: said by a slightly other voice, at another moment, in another place.
 *
 * @param voice what is done to the clip by itself
 * @param shiftSeconds how far from the middle of the window it may then stand
 * @param place what is done to the whole window: room, noise, microphone
 */
public record Scene(Augmentation voice, double shiftSeconds, Augmentation place) {
    public Scene {
        if (!(shiftSeconds >= 0)) {
            throw new IllegalArgumentException("shiftSeconds must not be negative, got " + shiftSeconds);
        }
    }

    /** The clip on one such occasion, as long as the window. */
    Waveform around(Waveform clip, ClipWindow window, RandomGenerator random) {
        Waveform said = voice.apply(clip, random);
        return place.apply(placed(said, window, random), random);
    }

    /** A clip that fits into the window stands near its middle, never cut; a longer one is left to the window's own rule. */
    private Waveform placed(Waveform clip, ClipWindow window, RandomGenerator random) {
        int slack = window.samples() - clip.length();
        if (slack < 0) {
            return window.fit(clip);
        }
        double shift = (2 * random.nextDouble() - 1) * shiftSeconds * clip.sampleRateHz();
        int before = (int) Math.max(0, Math.min(slack, Math.round(slack / 2.0 + shift)));
        return clip.window(-before, window.samples() - before);
    }
}
