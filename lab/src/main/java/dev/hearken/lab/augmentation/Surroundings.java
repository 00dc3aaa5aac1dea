package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** What stands between a clean sound and what a microphone makes of it: a room, noise and other talkers in it, the microphone, the line. */
public final class Surroundings {
    private static final int RATE_HZ = 16_000;
    private static final int ROOMS = 64;
    private static final int BABBLES = 40;
    private static final int BABBLE_SECONDS = 20;
    private static final int MOST_TALKERS = 8;

    private final SmallRoom rooms;
    private final List<Waveform> recordings;
    private final List<Waveform> babble;

    /**
     * @param recordings noises at 16 kHz; without any, noise is made up
     * @param talkers speech at 16 kHz to make babble from, at least one
     */
    public Surroundings(List<Waveform> recordings, List<Waveform> talkers, RandomGenerator random) {
        this.rooms = SmallRoom.simulated(ROOMS, new Range(0.08, 0.7), RATE_HZ, random.nextLong());
        this.recordings = List.copyOf(recordings);
        List<Waveform> babbles = new ArrayList<>();
        for (int i = 0; i < BABBLES; i++) {
            babbles.add(babble(talkers, 1 + i % MOST_TALKERS, random));
        }
        this.babble = babbles;
    }

    /** Room, noise at a signal-to-noise ratio drawn from {@code snrDb}, microphone and line. */
    public Augmentation disturbance(Range snrDb) {
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
        Augmentation talkers = new NoiseAtSnr(new Noise.Recorded(babble), new Range(5, 25));
        List<Augmentation> choices = new ArrayList<>(List.of(talkers, talkers));
        if (!recordings.isEmpty()) {
            Augmentation recorded = new NoiseAtSnr(coloured(new Noise.Recorded(recordings)), snrDb);
            choices.addAll(0, List.of(recorded, recorded, recorded));
        }
        choices.add(new NoiseAtSnr(coloured(new Melody()), snrDb));
        Arrays.stream(Noise.Colour.values()).forEach(colour -> choices.add(new NoiseAtSnr(coloured(colour), snrDb)));
        return new OneOf(choices);
    }

    private static Noise coloured(Noise noise) {
        return new Noise.Altered(noise, new Equalize(new Range(-12, 12)));
    }

    /** So many people talking at once, each at a level of their own. */
    private static Waveform babble(List<Waveform> talkers, int voices, RandomGenerator random) {
        float[] mixed = new float[BABBLE_SECONDS * RATE_HZ];
        for (int voice = 0; voice < voices; voice++) {
            float loudness = (float) random.nextDouble(0.3, 1);
            int at = 0;
            while (at < mixed.length) {
                Waveform said = talkers.get(random.nextInt(talkers.size()));
                float level = loudness / Math.max(1e-3f, (float) Math.sqrt(Levels.power(said.toArray())));
                for (int i = 0; i < said.length() && at + i < mixed.length; i++) {
                    mixed[at + i] += level * said.sample(i);
                }
                at += said.length();
            }
        }
        return Waveform.of(mixed, RATE_HZ);
    }
}
