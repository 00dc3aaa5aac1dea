package dev.hearken.lab.recipes;

import dev.hearken.core.audio.Waveform;
import dev.hearken.lab.augmentation.Augmentation;
import dev.hearken.lab.augmentation.AugmentationChain;
import dev.hearken.lab.augmentation.BandLimit;
import dev.hearken.lab.augmentation.Clipping;
import dev.hearken.lab.augmentation.Equalize;
import dev.hearken.lab.augmentation.Gain;
import dev.hearken.lab.augmentation.Melody;
import dev.hearken.lab.augmentation.MuLaw;
import dev.hearken.lab.augmentation.Noise;
import dev.hearken.lab.augmentation.NoiseAtSnr;
import dev.hearken.lab.augmentation.OneOf;
import dev.hearken.lab.augmentation.Range;
import dev.hearken.lab.augmentation.SmallRoom;
import dev.hearken.lab.augmentation.Speed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The sounds a backbone is trained with besides speech, and what stands between a clean sound and the microphone. */
final class BackboneSounds {
    private static final int RATE_HZ = 16_000;
    private static final int ROOMS = 64;
    private static final int BABBLES = 40;
    private static final int BABBLE_SECONDS = 20;
    private static final int MOST_TALKERS = 8;
    private static final int MELODIES = 60;
    private static final int MELODY_SECONDS = 8;
    private static final int VERSIONS = 3;

    private final SmallRoom rooms;
    private final List<Waveform> recordings;
    private final List<Waveform> babble;

    /**
     * @param recordings noises, at least one
     * @param talkers speech to make babble from, at least one
     */
    BackboneSounds(List<Waveform> recordings, List<Waveform> talkers, RandomGenerator random) {
        this.rooms = SmallRoom.simulated(ROOMS, new Range(0.08, 0.7), RATE_HZ, random.nextLong());
        this.recordings = recordings;
        List<Waveform> babbles = new ArrayList<>();
        for (int i = 0; i < BABBLES; i++) {
            babbles.add(babble(talkers, 1 + i % MOST_TALKERS, random));
        }
        this.babble = babbles;
    }

    /** Room, noise at a signal-to-noise ratio drawn from {@code snrDb}, microphone and line. */
    Augmentation disturbance(Range snrDb) {
        return AugmentationChain.empty()
                .then(0.6, rooms)
                .then(0.9, noise(snrDb))
                .then(0.6, new Equalize(new Range(-8, 8)))
                .then(0.25, new BandLimit(new Range(60, 400), new Range(2800, 7000)))
                .then(0.8, new Gain(new Range(-20, 8)))
                .then(0.08, new Clipping(new Range(0.2, 1)))
                .then(0.08, new MuLaw());
    }

    private Augmentation noise(Range snrDb) {
        Augmentation recorded = new NoiseAtSnr(coloured(new Noise.Recorded(recordings)), snrDb);
        Augmentation talkers = new NoiseAtSnr(new Noise.Recorded(babble), new Range(5, 25));
        List<Augmentation> choices = new ArrayList<>(List.of(recorded, recorded, recorded, talkers, talkers));
        choices.add(new NoiseAtSnr(coloured(new Melody()), snrDb));
        Arrays.stream(Noise.Colour.values()).forEach(colour -> choices.add(new NoiseAtSnr(coloured(colour), snrDb)));
        return new OneOf(choices);
    }

    private static Noise coloured(Noise noise) {
        return new Noise.Altered(noise, new Equalize(new Range(-12, 12)));
    }

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

    /** So many people talking at once, each at a level of their own. */
    private static Waveform babble(List<Waveform> talkers, int voices, RandomGenerator random) {
        float[] mixed = new float[BABBLE_SECONDS * RATE_HZ];
        for (int voice = 0; voice < voices; voice++) {
            float loudness = (float) random.nextDouble(0.3, 1);
            int at = 0;
            while (at < mixed.length) {
                Waveform said = talkers.get(random.nextInt(talkers.size()));
                float level = loudness / Math.max(1e-3f, rootMeanSquare(said));
                for (int i = 0; i < said.length() && at + i < mixed.length; i++) {
                    mixed[at + i] += level * said.sample(i);
                }
                at += said.length();
            }
        }
        return Waveform.of(mixed, RATE_HZ);
    }

    private static float rootMeanSquare(Waveform clip) {
        double sum = 0;
        for (int i = 0; i < clip.length(); i++) {
            sum += (double) clip.sample(i) * clip.sample(i);
        }
        return (float) Math.sqrt(sum / clip.length());
    }
}
