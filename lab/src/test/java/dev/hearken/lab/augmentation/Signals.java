package dev.hearken.lab.augmentation;

import dev.hearken.core.audio.Waveform;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Signals made by formula, and measurements of them. */
final class Signals {
    private Signals() {}

    static RandomGenerator seeded(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    static Waveform tone(double frequencyHz, double amplitude, double seconds, int sampleRateHz) {
        float[] samples = new float[(int) Math.round(seconds * sampleRateHz)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * frequencyHz * i / sampleRateHz));
        }
        return Waveform.of(samples, sampleRateHz);
    }

    /** A vowel of one formant: pulses at the pitch through one resonance of 80 Hz bandwidth. */
    static Waveform vowel(double pitchHz, double formantHz, double seconds, int sampleRateHz) {
        double[] samples = new double[(int) Math.round(seconds * sampleRateHz)];
        for (double at = 0; at < samples.length; at += sampleRateHz / pitchHz) {
            samples[(int) at] = 1;
        }
        double radius = Math.exp(-Math.PI * 80 / sampleRateHz);
        double turn = 2 * radius * Math.cos(2 * Math.PI * formantHz / sampleRateHz);
        float[] vowel = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] += i < 2 ? 0 : turn * samples[i - 1] - radius * radius * samples[i - 2];
            vowel[i] = (float) (0.05 * samples[i]);
        }
        return Waveform.of(vowel, sampleRateHz);
    }

    /** The strongest frequency between two others, to half a hertz, in the middle of the clip. */
    static double strongestHz(Waveform clip, double fromHz, double toHz) {
        double strongest = fromHz;
        double power = 0;
        for (double hz = fromHz; hz <= toHz; hz += 0.5) {
            double there = powerAt(clip, hz);
            if (there > power) {
                power = there;
                strongest = hz;
            }
        }
        return strongest;
    }

    /** The mean square of the clip's part at a frequency, under a Hann window. */
    static double powerAt(Waveform clip, double hz) {
        double re = 0;
        double im = 0;
        double weights = 0;
        for (int i = 0; i < clip.length(); i++) {
            double weight = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / clip.length());
            double angle = 2 * Math.PI * hz * i / clip.sampleRateHz();
            re += weight * clip.sample(i) * Math.cos(angle);
            im += weight * clip.sample(i) * Math.sin(angle);
            weights += weight;
        }
        return 2 * (re * re + im * im) / (weights * weights);
    }

    /** The pitch between 60 and 400 Hz: the lag of the highest autocorrelation. */
    static double pitchHz(Waveform clip) {
        int best = 1;
        double highest = 0;
        for (int lag = clip.sampleRateHz() / 400; lag <= clip.sampleRateHz() / 60; lag++) {
            double sum = 0;
            for (int i = lag; i < clip.length(); i++) {
                sum += clip.sample(i) * clip.sample(i - lag);
            }
            if (sum > highest) {
                highest = sum;
                best = lag;
            }
        }
        return (double) clip.sampleRateHz() / best;
    }

    /** The centre of gravity of the power spectrum between two frequencies: where a single formant lies. */
    static double centreHz(Waveform clip, double fromHz, double toHz) {
        double sum = 0;
        double weighted = 0;
        for (double hz = fromHz; hz <= toHz; hz += 5) {
            double power = powerAt(clip, hz);
            sum += power;
            weighted += hz * power;
        }
        return weighted / sum;
    }

    static double decibels(double powerRatio) {
        return 10 * Math.log10(powerRatio);
    }
}
