package dev.hearken.server;

import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import java.util.Arrays;

/** Recordings whose answers can be worked by hand. */
final class Recordings {
    private Recordings() {}

    /** One second at 8 kHz of one value, as a WAV file. */
    static byte[] constant(float value) {
        float[] samples = new float[8_000];
        Arrays.fill(samples, value);
        return WavWriter.toBytes(Waveform.of(samples, 8_000));
    }
}
