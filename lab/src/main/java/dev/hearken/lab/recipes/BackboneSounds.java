package dev.hearken.lab.recipes;

import dev.hearken.core.audio.Waveform;
import dev.hearken.lab.augmentation.Gain;
import dev.hearken.lab.augmentation.Melody;
import dev.hearken.lab.augmentation.Range;
import dev.hearken.lab.augmentation.Speed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The sounds a backbone is trained with besides speech as it was recorded. */
final class BackboneSounds {
    private static final int RATE_HZ = 16_000;
    private static final int MELODIES = 60;
    private static final int MELODY_SECONDS = 8;
    private static final int VERSIONS = 3;

    private BackboneSounds() {}

    /** Each clip as it is, and played faster or slower as if by others. */
    static List<Waveform> varied(List<Waveform> clips, Range speeds, RandomGenerator random) {
        List<Waveform> varied = new ArrayList<>();
        for (Waveform clip : clips) {
            varied.add(clip);
            for (int version = 1; version < VERSIONS; version++) {
                varied.add(new Speed(speeds).apply(clip, random));
            }
        }
        return varied;
    }

    /** Made-up music at the levels of recordings. */
    static List<Waveform> melodies(RandomGenerator random) {
        List<Waveform> melodies = new ArrayList<>();
        for (int i = 0; i < MELODIES; i++) {
            float[] played = new Melody().slice(MELODY_SECONDS * RATE_HZ, RATE_HZ, random);
            melodies.add(new Gain(new Range(-40, -15)).apply(Waveform.of(played, RATE_HZ), random));
        }
        return melodies;
    }
}
