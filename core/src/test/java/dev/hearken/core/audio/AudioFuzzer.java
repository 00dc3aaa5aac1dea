package dev.hearken.core.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What the fuzzer calls, and {@link FuzzRegressionTest} with the inputs it once found: any bytes must be answered within the limits.
 *
 * <p>Check sums would keep a fuzzer out, so those of Ogg pages are put right first, and FLAC's subframes are also read directly.
 */
public final class AudioFuzzer {
    private static final AudioLimits LIMITS = new AudioLimits(1 << 20, 1, 8, 1_000, 384_000);
    private static final int MAX_BLOCK = 4_608;

    private AudioFuzzer() {}

    /** Jazzer's entry point. */
    public static void fuzzerTestOneInput(byte[] data) {
        require(AudioReader.withLimits(LIMITS).read(withOggCheckSums(data)));
        readSubframe(data);
    }

    private static void require(Decoding decoding) {
        if (decoding instanceof Decoded decoded) {
            Waveform waveform = decoded.waveform();
            if (waveform.length() == 0 || waveform.durationSeconds() > LIMITS.maxSeconds()) {
                throw new AssertionError("decoded " + waveform);
            }
            // Checks that every sample is finite, and so is what becomes of them.
            Waveform heard = waveform.window(0, Math.min(waveform.length(), 200));
            Waveform.of(Resampler.resample(heard, 16_000).toArray(), 16_000);
        }
    }

    private static void readSubframe(byte[] data) {
        if (data.length < 4) {
            return;
        }
        int sampleBits = 4 + Math.floorMod(data[0], 30);
        int length = 1 + Math.floorMod((data[1] << 8) | (data[2] & 0xFF), MAX_BLOCK);
        byte[] coded = Arrays.copyOfRange(data, 3, data.length);
        try {
            FlacBits bits = new FlacBits(new AudioInput(new ByteArrayInputStream(coded), LIMITS.maxBytes()));
            FlacSubframe.decode(bits, sampleBits, new long[length], length);
        } catch (RejectedAudio | IOException e) {
            // an answer like any other
        }
    }

    /** The same bytes with right check sums in every Ogg page that can be found from the start on. */
    static byte[] withOggCheckSums(byte[] data) {
        byte[] repaired = data.clone();
        int at = 0;
        while (at + 27 <= repaired.length && Magic.at(repaired, at, "OggS")) {
            int end = at + 27 + (repaired[at + 26] & 0xFF);
            if (end > repaired.length) {
                break;
            }
            int body = 0;
            for (int i = at + 27; i < end; i++) {
                body += repaired[i] & 0xFF;
            }
            end += body;
            if (end > repaired.length) {
                break;
            }
            Arrays.fill(repaired, at + 22, at + 26, (byte) 0);
            int sum = OggStream.crc(0, Arrays.copyOfRange(repaired, at, end));
            for (int i = 0; i < 4; i++) {
                repaired[at + 22 + i] = (byte) (sum >> (8 * i));
            }
            at = end;
        }
        return repaired;
    }
}
