package dev.hearken.checks;

import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import java.util.SplittableRandom;

/** Recordings of which there are as many different ones as are wanted: low and high tones in noise. */
final class Tones {
    private static final int RATE_HZ = 16_000;

    private Tones() {}

    /** What the tone of that number is: {@code low} or {@code high}. */
    static String label(int number) {
        return number % 2 == 0 ? "low" : "high";
    }

    /** Who is said to have played it. */
    static String speaker(int number) {
        return "player-" + number / 2 % 5;
    }

    /** Half a second as a WAV file. */
    static byte[] wav(int number) {
        SplittableRandom random = new SplittableRandom(number);
        double pitchHz = (number % 2 == 0 ? 300 : 1_500) * random.nextDouble(0.9, 1.1);
        float[] samples = new float[RATE_HZ / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.3 * Math.sin(2 * Math.PI * pitchHz * i / RATE_HZ) + random.nextDouble(-0.02, 0.02));
        }
        return WavWriter.toBytes(Waveform.of(samples, RATE_HZ));
    }
}
