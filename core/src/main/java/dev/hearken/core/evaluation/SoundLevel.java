package dev.hearken.core.evaluation;

import dev.hearken.core.audio.Waveform;

/** How loud a recording is where it is loudest, and where it falls silent. */
final class SoundLevel {
    /** The public wake-word benchmark's 512 samples at 16 kHz. */
    private static final double FRAME_SECONDS = 0.032;

    /** What lies further below the loudest frame is the room, and no longer the word. */
    private static final double ACTIVE_DB = 30;

    private SoundLevel() {}

    /** The energy of the loudest frame of 32 ms, frames lying side by side; of the whole if it is shorter. */
    static double loudestFrame(float[] samples, int sampleRateHz) {
        int frame = frame(sampleRateHz);
        double loudest = samples.length < frame ? energy(samples, 0, samples.length) : 0;
        for (int from = 0; from + frame <= samples.length; from += frame) {
            loudest = Math.max(loudest, energy(samples, from, from + frame));
        }
        return loudest;
    }

    /** The end of the last frame that is at most 30 dB below the loudest; the length for silence. */
    static int lastActiveSample(Waveform sound) {
        float[] samples = sound.toArray();
        int frame = frame(sound.sampleRateHz());
        double least = loudestFrame(samples, sound.sampleRateHz()) * Math.pow(10, -ACTIVE_DB / 10);
        int step = Math.max(1, frame / 4);
        for (int to = samples.length; to >= frame; to -= step) {
            if (energy(samples, to - frame, to) >= least) {
                return to;
            }
        }
        return samples.length;
    }

    private static int frame(int sampleRateHz) {
        return Math.max(1, (int) Math.round(FRAME_SECONDS * sampleRateHz));
    }

    private static double energy(float[] samples, int from, int to) {
        double energy = 0;
        for (int i = from; i < to; i++) {
            energy += (double) samples[i] * samples[i];
        }
        return energy;
    }
}
