package dev.hearken.lab.augmentation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A ring of Gaussian noise with a power spectrum of 1/f^exponent, made by weighting the bins of its spectrum. */
final class NoiseRing {
    private static final int LENGTH = 1 << 17;

    /** Any number does; fixed, so that noise is the same in every run. */
    private static final long SEED = 0x5EED_0F_4015EL;

    private static final Map<Integer, float[]> BY_EXPONENT = new ConcurrentHashMap<>();

    private NoiseRing() {}

    /** The one ring of this exponent, not to be written to: 2^17 samples, without a mean, of mean square 1. */
    static float[] ofSpectrum(int exponent) {
        return BY_EXPONENT.computeIfAbsent(exponent, NoiseRing::make);
    }

    private static float[] make(int exponent) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        double[] re = new double[LENGTH / 2 + 1];
        double[] im = new double[LENGTH / 2 + 1];
        for (int bin = 1; bin < LENGTH / 2; bin++) {
            double weight = Math.pow(bin, -exponent / 2.0);
            re[bin] = weight * random.nextGaussian();
            im[bin] = weight * random.nextGaussian();
        }
        double[] samples = new double[LENGTH];
        RealFft.ofSize(LENGTH).inverse(re, im, samples);
        float[] ring = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            ring[i] = (float) samples[i];
        }
        Levels.scaleToPower(ring, 1);
        return ring;
    }
}
