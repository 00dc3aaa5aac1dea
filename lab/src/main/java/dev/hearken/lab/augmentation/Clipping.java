package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.random.RandomGenerator;

/**
 * Cuts off the peaks, as an overdriven microphone does; keeps the length.
 *
 * @param ofPeak where to cut, as a fraction of the clip's highest absolute sample, within [0.01, 1]
 */
public record Clipping(Range ofPeak) implements Augmentation {
    public Clipping {
        ofPeak.within(0.01, 1, "ofPeak");
    }

    @Override
    public Waveform apply(Waveform clip, RandomGenerator random) {
        float[] samples = clip.toArray();
        float peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        float limit = (float) (peak * ofPeak.draw(random));
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Math.max(-limit, Math.min(limit, samples[i]));
        }
        return Waveform.of(samples, clip.sampleRateHz());
    }
}
