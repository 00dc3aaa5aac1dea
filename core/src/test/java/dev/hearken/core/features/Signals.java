package dev.hearken.core.features;

import dev.hearken.core.audio.Waveform;

/** The signals both sides of the golden vectors compute; see {@code signals.py} in {@code src/test/golden}. */
final class Signals {
    /** White noise in [-1, 1) of a linear congruential generator. */
    private static final class Noise {
        private long state = 20261121;

        double next() {
            state = (state * 1664525 + 1013904223) % (1L << 32);
            return (double) (state >> 8) / (1 << 23) - 1;
        }
    }

    private Signals() {}

    /** A rising tone that swells and fades, over faint noise. */
    static Waveform risingTone(int samples, int rate) {
        double seconds = (double) samples / rate;
        Noise noise = new Noise();
        float[] out = new float[samples];
        for (int i = 0; i < samples; i++) {
            double t = (double) i / rate;
            double tone = Math.sin(2 * Math.PI * (100 * t + (0.45 * rate - 100) * t * t / (2 * seconds)));
            out[i] = (float) (0.4 * (0.6 + 0.4 * Math.cos(2 * Math.PI * 3 * t)) * tone + 0.02 * noise.next());
        }
        return Waveform.of(out, rate);
    }

    /** Syllables of a gliding voice with three formants, over faint noise. */
    static Waveform voice(int samples, int rate) {
        Noise noise = new Noise();
        float[] out = new float[samples];
        for (int i = 0; i < samples; i++) {
            double t = (double) i / rate;
            double hertz = 140 + 30 * Math.sin(2 * Math.PI * 0.7 * t);
            double phase = 2 * Math.PI * 140 * t - 30 / 0.7 * (Math.cos(2 * Math.PI * 0.7 * t) - 1);
            double value = 0;
            for (int h = 1; h < 25; h++) {
                double height = 0;
                for (int formant : new int[] {700, 1220, 2600}) {
                    height += Math.exp(-Math.pow((h * hertz - formant) / 200, 2));
                }
                value += (0.02 + height) / h * Math.sin(h * phase);
            }
            double syllable = Math.pow(Math.max(0, Math.sin(2 * Math.PI * 1.9 * t)), 2);
            out[i] = (float) (syllable * value + 0.003 * noise.next());
        }
        return Waveform.of(out, rate);
    }

    /** A drum each 0.43 seconds, 139.5 to the minute, over faint noise. */
    static Waveform beat(int samples, int rate) {
        Noise noise = new Noise();
        float[] out = new float[samples];
        for (int i = 0; i < samples; i++) {
            double since = ((double) i / rate) % 0.43;
            double drum = 0.6 * Math.exp(-25 * since) * Math.sin(2 * Math.PI * 180 * since);
            out[i] = (float) (drum + (0.3 * Math.exp(-60 * since) + 0.002) * noise.next());
        }
        return Waveform.of(out, rate);
    }

    /** C major with overtones, fading, over faint noise. */
    static Waveform chord(int samples, int rate) {
        Noise noise = new Noise();
        float[] out = new float[samples];
        for (int i = 0; i < samples; i++) {
            double t = (double) i / rate;
            double value = 0;
            for (double hertz : new double[] {261.63, 329.63, 392.0}) {
                for (int h = 1; h < 6; h++) {
                    value += Math.sin(2 * Math.PI * h * hertz * t) / (h * h);
                }
            }
            out[i] = (float) (0.2 * Math.exp(-0.8 * t) * value + 0.001 * noise.next());
        }
        return Waveform.of(out, rate);
    }
}
