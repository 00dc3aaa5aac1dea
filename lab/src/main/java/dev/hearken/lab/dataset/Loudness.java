package dev.hearken.lab.dataset;

import dev.hearken.core.audio.Waveform;

/** Brings recordings to one loudness, so that how near a speaker sat to the microphone does not count. */
final class Loudness {
    /** About that of speech at a usual level; the floor of the log-mel front end then lies 60 dB below. */
    private static final double RMS = 0.1;

    /** Quieter than the least step of 24-bit audio is silence; raising it would invent sound. */
    private static final double SILENCE_RMS = 1e-7;

    /** Enough for one frame of 32 ms at 8 kHz. */
    private static final int LEAST_SAMPLES = 256;

    private Loudness() {}

    /** The waveform with a root mean square of 0.1, padded with silence to one frame of the 8 kHz front ends. */
    static Waveform levelled(Waveform waveform) {
        float[] samples = waveform.toArray();
        double energy = 0;
        for (float sample : samples) {
            energy += sample * sample;
        }
        double rms = Math.sqrt(energy / samples.length);
        float gain = rms < SILENCE_RMS ? 1 : (float) (RMS / rms);
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= gain;
        }
        return Waveform.of(samples, waveform.sampleRateHz()).window(0, Math.max(LEAST_SAMPLES, samples.length));
    }
}
