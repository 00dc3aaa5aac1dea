package dev.hearken.cli;

import dev.hearken.core.audio.Waveform;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How long the same work took again and again, in milliseconds.
 *
 * @param runs how often it was measured
 * @param medianMillis half of the runs took no longer
 * @param p90Millis nine of ten
 * @param p99Millis ninety-nine of a hundred
 */
record Timing(int runs, double medianMillis, double p90Millis, double p99Millis) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final float LEVEL = 0.1f;

    /** Measures {@code work} after as many unmeasured runs, in which the JVM compiles it. */
    static Timing of(int runs, Runnable work) {
        double[] millis = new double[runs];
        for (int i = -runs; i < runs; i++) {
            long start = System.nanoTime();
            work.run();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / NANOS_PER_MILLI;
            }
        }
        Arrays.sort(millis);
        return new Timing(runs, quantile(millis, 0.5), quantile(millis, 0.9), quantile(millis, 0.99));
    }

    /** White noise, the same each time: no shortcut of silence is taken. */
    static Waveform noise(double seconds, int sampleRateHz) {
        SplittableRandom random = new SplittableRandom(1);
        float[] samples = new float[(int) Math.round(seconds * sampleRateHz)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = LEVEL * (float) random.nextDouble(-1, 1);
        }
        return Waveform.of(samples, sampleRateHz);
    }

    /** For {@code --json}, after what was measured. */
    Map<String, Object> properties(String bench, String what, double seconds) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("bench", bench);
        properties.put("of", what);
        properties.put("audio_seconds", seconds);
        properties.put("runs", runs);
        properties.put("median_ms", medianMillis);
        properties.put("p90_ms", p90Millis);
        properties.put("p99_ms", p99Millis);
        properties.put("times_real_time", 1000 * seconds / medianMillis);
        return properties;
    }

    /** For people, after what was measured. */
    String inWords(String what, double seconds) {
        return "%s, %.1f s of audio: median %.3f ms, 90 %% within %.3f ms, 99 %% within %.3f ms (%d runs); %.0f times real time"
                .formatted(what, seconds, medianMillis, p90Millis, p99Millis, runs, 1000 * seconds / medianMillis);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
