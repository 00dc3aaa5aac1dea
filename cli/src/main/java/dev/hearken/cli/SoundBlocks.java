package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.AudioLimits;
import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Decoding;
import dev.hearken.core.audio.PcmStream;
import dev.hearken.core.audio.Rejected;
import dev.hearken.core.audio.Rejection;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Plays a recording of any length block by block: WAV and raw samples as they arrive, what is compressed after decoding. */
final class SoundBlocks {
    /** Recordings of hours are what detectors are tried on; one of four hours at 16 kHz takes 0.9 GB. */
    static final AudioReader READER =
            AudioReader.withLimits(AudioLimits.STANDARD.withMaxSeconds(4 * 3600).withMaxBytes(4L << 30));

    private static final int BLOCK_SAMPLES = 1 << 14;
    private static final int MAGIC_BYTES = 4;

    private SoundBlocks() {}

    /**
     * Plays a recording.
     *
     * @param rawRateHz of a recording without a header; empty if it has one
     * @param player who takes the blocks, once the sample rate is known
     * @throws HearkenException with the name of a {@link Rejection} as its code; blocks may have been played before
     */
    static void play(Recording recording, OptionalInt rawRateHz, IntFunction<Consumer<float[]>> player) {
        try (InputStream stream = new BufferedInputStream(open(recording))) {
            if (rawRateHz.isPresent()) {
                play(PcmStream.raw(stream, rawRateHz.getAsInt()), player);
            } else if (isWav(stream)) {
                play(PcmStream.wav(stream), player);
            } else {
                play(READER.read(stream), player);
            }
        } catch (IOException unreadable) {
            throw HearkenException.user(
                    Rejection.UNREADABLE.name(), "cannot read " + recording.name() + ": " + unreadable.getMessage());
        }
    }

    private static InputStream open(Recording recording) throws IOException {
        Path path = Path.of(recording.name());
        if (recording.isStandardInput()) {
            return System.in;
        }
        if (!Files.isRegularFile(path)) {
            throw HearkenException.user(Rejection.UNREADABLE.name(), "there is no file " + path);
        }
        return Files.newInputStream(path);
    }

    private static boolean isWav(InputStream stream) throws IOException {
        stream.mark(MAGIC_BYTES);
        byte[] magic = stream.readNBytes(MAGIC_BYTES);
        stream.reset();
        return new String(magic, StandardCharsets.ISO_8859_1).equals("RIFF");
    }

    private static void play(PcmStream stream, IntFunction<Consumer<float[]>> player) {
        Consumer<float[]> ear = player.apply(stream.sampleRateHz());
        for (float[] block = stream.read(); block.length > 0; block = stream.read()) {
            ear.accept(block);
        }
    }

    private static void play(Decoding decoding, IntFunction<Consumer<float[]>> player) {
        if (decoding instanceof Rejected rejected) {
            throw HearkenException.user(rejected.reason().name(), rejected.detail());
        }
        if (decoding instanceof Decoded decoded) {
            Consumer<float[]> ear = player.apply(decoded.waveform().sampleRateHz());
            for (int from = 0; from < decoded.waveform().length(); from += BLOCK_SAMPLES) {
                int to = Math.min(decoded.waveform().length(), from + BLOCK_SAMPLES);
                ear.accept(decoded.waveform().window(from, to).toArray());
            }
        }
    }
}
