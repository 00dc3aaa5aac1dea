package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.random.RandomGenerator;

/**
 * Passes a clip through the 8-bit companding of digital telephony; keeps the length and limits samples to [-1, 1].
 *
 * <p>The continuous mu-law curve with mu = 255 in 255 steps; ITU-T G.711 draws the same curve with straight pieces.
 */
public record MuLaw() implements Augmentation {
    private static final double MU = 255;
    private static final int STEPS = 127;

    @Override
    public Waveform apply(Waveform clip, RandomGenerator random) {
        float[] samples = clip.toArray();
        for (int i = 0; i < samples.length; i++) {
            double x = Math.max(-1, Math.min(1, samples[i]));
            double code = Math.rint(STEPS * Math.log1p(MU * Math.abs(x)) / Math.log1p(MU));
            double decoded = Math.expm1(code / STEPS * Math.log1p(MU)) / MU;
            samples[i] = (float) Math.copySign(decoded, x);
        }
        return Waveform.of(samples, clip.sampleRateHz());
    }
}
