package dev.hearken.lab.phrase;

import dev.hearken.core.audio.Waveform;
import dev.hearken.lab.augmentation.Levels;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Puts a phrase where a microphone would hear it: some time into a recording, before and behind it silence or someone else talking.
 *
 * @param frames how many frames of the ear the detector looks at
 * @param talk speech without the phrase, at the ear's rate; at least one
 */
record Placement(int frames, List<Waveform> talk) {
    private static final double TALK_BEFORE = 0.5;
    private static final double TALK_BEHIND = 0.3;
    private static final int LEAST_LEAD = 4_000;
    private static final int TAIL = 8_000;
    private static final int LONGEST_PAUSE = 6_400;
    private static final int SHORTEST_PAUSE_BEHIND = 800;

    /**
     * A phrase with what surrounds it.
     *
     * @param start the phrase's first sample
     * @param end the one behind its last
     */
    record Placed(Waveform sound, int start, int end) {}

    /** The phrase in silence. */
    Placed alone(Waveform phrase, RandomGenerator random) {
        int start = Math.max(LEAST_LEAD, Ear.samples(frames) - phrase.length()) + random.nextInt(Ear.HOP_SAMPLES);
        int end = start + phrase.length();
        return new Placed(phrase.window(-start, phrase.length() + TAIL), start, end);
    }

    /** The phrase among silence and talk. */
    Placed place(Waveform phrase, RandomGenerator random) {
        Placed alone = alone(phrase, random);
        int start = alone.start();
        int end = alone.end();
        float[] sound = alone.sound().toArray();
        if (random.nextDouble() < TALK_BEFORE) {
            Waveform before = talk.get(random.nextInt(talk.size()));
            int last = start - 1 - random.nextInt(LONGEST_PAUSE);
            float factor = levelled(before, phrase);
            for (int i = 0; i <= last && i < before.length(); i++) {
                sound[last - i] = factor * before.sample(before.length() - 1 - i);
            }
        }
        if (random.nextDouble() < TALK_BEHIND) {
            Waveform behind = talk.get(random.nextInt(talk.size()));
            int first = end + SHORTEST_PAUSE_BEHIND + random.nextInt(LONGEST_PAUSE);
            float factor = levelled(behind, phrase);
            for (int i = 0; first + i < sound.length && i < behind.length(); i++) {
                sound[first + i] = factor * behind.sample(i);
            }
        }
        return new Placed(Waveform.of(sound, phrase.sampleRateHz()), start, end);
    }

    /** What one sound is to be multiplied by to be as loud as another. */
    private static float levelled(Waveform sound, Waveform as) {
        double power = Levels.power(sound.toArray());
        return power == 0 ? 0 : (float) Math.sqrt(Levels.power(as.toArray()) / power);
    }
}
