package dev.hearken.core.features;

import dev.hearken.core.audio.Waveform;

/** The signal both sides of the golden vectors compute; see {@code signal()} in {@code src/test/golden/features.py}. */
final class Signals {
    private Signals() {}

    /** A rising tone that swells and fades, over faint noise. */
    static Waveform risingTone(int samples, int rate) {
        double seconds = (double) samples / rate;
        long state = 20261121;
        float[] out = new float[samples];
        for (int i = 0; i < samples; i++) {
            double t = (double) i / rate;
            double tone = Math.sin(2 * Math.PI * (100 * t + (0.45 * rate - 100) * t * t / (2 * seconds)));
            state = (state * 1664525 + 1013904223) % (1L << 32);
            double noise = (double) (state >> 8) / (1 << 23) - 1;
            out[i] = (float) (0.4 * (0.6 + 0.4 * Math.cos(2 * Math.PI * 3 * t)) * tone + 0.02 * noise);
        }
        return Waveform.of(out, rate);
    }
}
