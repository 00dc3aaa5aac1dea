package dev.hearken.core.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a {@link Waveform} as a mono 16-bit PCM WAV file. Samples are rounded to the nearest of the 65,536 steps; what lies outside
 * [-1, 1 - 2^-15] is clipped. Read back, every other sample is within 2^-16.
 */
public final class WavWriter {
    private static final int HEADER_BYTES = 44;

    private WavWriter() {}

    /** Writes the file, replacing one that is there. */
    public static void write(Waveform waveform, Path path) throws IOException {
        Files.write(path, toBytes(waveform));
    }

    /**
     * The bytes of the file.
     *
     * @throws IllegalArgumentException if the waveform has more than 2^30 samples, which a WAV file in memory cannot hold
     */
    public static byte[] toBytes(Waveform waveform) {
        if (waveform.length() > (Integer.MAX_VALUE - HEADER_BYTES) / 2) {
            throw new IllegalArgumentException("too long for a WAV file: " + waveform.length() + " samples");
        }
        int soundBytes = 2 * waveform.length();
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + soundBytes).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(HEADER_BYTES - 8 + soundBytes).put(ascii("WAVE"));
        bytes.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        bytes.putInt(waveform.sampleRateHz()).putInt(2 * waveform.sampleRateHz());
        bytes.putShort((short) 2).putShort((short) 16);
        bytes.put(ascii("data")).putInt(soundBytes);
        for (int i = 0; i < waveform.length(); i++) {
            int step = Math.round(waveform.sample(i) * 0x1p15f);
            bytes.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, step)));
        }
        return bytes.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
