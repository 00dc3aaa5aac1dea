package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.random.RandomGenerator;

/**
 * Adds noise at a drawn signal-to-noise ratio; keeps the length and the clip's own level.
 *
 * <p>The ratio is 10 log10 of the clip's mean square over the noise's, both over the whole clip, so a word in a long
 * silence counts as softer than the same word cut tight. A silent clip, or a silent stretch of noise, has no ratio:
 * the clip is then returned as it is.
 *
 * @param snrDb within [-60, 120]; 0 is noise as strong as the clip
 */
public record NoiseAtSnr(Noise noise, Range snrDb) implements Augmentation {
    public NoiseAtSnr {
        snrDb.within(-60, 120, "snrDb");
    }

    @Override
    public Waveform apply(Waveform clip, RandomGenerator random) {
        double wantedRatio = Math.pow(10, snrDb.draw(random) / 10);
        float[] added = noise.slice(clip.length(), clip.sampleRateHz(), random);
        float[] samples = clip.toArray();
        double signalPower = Levels.power(samples);
        double noisePower = Levels.power(added);
        if (signalPower == 0 || noisePower == 0) {
            return clip;
        }
        float factor = (float) Math.sqrt(signalPower / (noisePower * wantedRatio));
        for (int i = 0; i < samples.length; i++) {
            samples[i] += factor * added[i];
        }
        return Waveform.of(samples, clip.sampleRateHz());
    }
}
