package dev.hearken.core.audio;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * RIFF/WAVE, as "Multimedia Programming Interface and Data Specifications 1.0" (1991) and Microsoft's {@code WAVE_FORMAT_EXTENSIBLE} say.
 *
 * <p>A recorder that could not go back to fill in its header leaves a placeholder where the size of the sound should stand: 0, or a value
 * near 2^31 or 2^32. Such a file is read to its end. Any other size is a promise, and a file that does not keep it is
 * {@link Rejection#TRUNCATED}.
 */
final class WavDecoder implements Decoder {
    /** The smallest size that means "unknown": what sox writes to a pipe; others write 2^31 - 1 and more. */
    private static final long UNKNOWN_SIZE = 0x7FFF_F000L;

    private static final int RIFF_HEADER_BYTES = 8;
    private static final int BLOCK_FRAMES = 4096;

    @Override
    public boolean recognises(byte[] head) {
        return Magic.at(head, 0, "RIFF") && Magic.at(head, 8, "WAVE");
    }

    @Override
    public void decode(AudioInput input, MonoSink sink) throws IOException, RejectedAudio {
        try {
            decodeChunks(input, sink);
        } catch (EOFException e) {
            throw new RejectedAudio(
                    Rejection.TRUNCATED, "the WAV header breaks off after " + input.consumed() + " bytes");
        }
    }

    private static void decodeChunks(AudioInput input, MonoSink sink) throws IOException, RejectedAudio {
        Sound sound = findSound(input);
        sink.begin(sound.format().source());
        decodeSound(input, sink, sound.format(), sound.bytes());
    }

    /**
     * Where the sound begins.
     *
     * @param bytes of sound; {@code Long.MAX_VALUE} if it lasts to the end of the recording
     */
    record Sound(WavFormat format, long bytes) {}

    /** Reads up to the first byte of sound. */
    static Sound findSound(AudioInput input) throws IOException, RejectedAudio {
        input.skipUpTo(4);
        long riffSize = input.readUnsignedInt();
        input.skipUpTo(4);
        WavFormat format = null;
        while (true) {
            if (input.peek(1).length == 0) {
                throw new RejectedAudio(Rejection.TRUNCATED, "the WAV file ends before its sound begins");
            }
            String id = new String(input.readNBytes(4), StandardCharsets.ISO_8859_1);
            long size = input.readUnsignedInt();
            if (id.equals("fmt ")) {
                format = WavFormat.read(input, size);
            } else if (id.equals("data")) {
                if (format == null) {
                    throw new RejectedAudio(Rejection.MALFORMED, "the WAV file has no format chunk before its sound");
                }
                boolean unknown = isPlaceholder(size, riffSize, input.consumed());
                return new Sound(format, unknown ? Long.MAX_VALUE : size);
            } else {
                skipChunk(input, id, size);
            }
        }
    }

    /** A data size of 0 is believed only if the whole file's size says that something else follows. */
    private static boolean isPlaceholder(long dataSize, long riffSize, long dataStart) {
        return dataSize >= UNKNOWN_SIZE
                || (dataSize == 0 && (riffSize >= UNKNOWN_SIZE || riffSize + RIFF_HEADER_BYTES <= dataStart));
    }

    private static void skipChunk(AudioInput input, String id, long size) throws IOException, RejectedAudio {
        long padded = size + size % 2;
        if (input.skipUpTo(padded) < size) {
            throw new RejectedAudio(Rejection.TRUNCATED, "chunk '" + Magic.printable(id) + "' breaks off");
        }
    }

    private static void decodeSound(AudioInput input, MonoSink sink, WavFormat format, long size)
            throws IOException, RejectedAudio {
        int frameBytes = format.frameBytes();
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK_FRAMES * frameBytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] samples = new float[BLOCK_FRAMES * format.channels()];
        long left = size;
        while (left >= frameBytes) {
            int wanted = (int) Math.min(left - left % frameBytes, bytes.capacity());
            int count = input.readNBytes(bytes.array(), 0, wanted);
            int frames = count / frameBytes;
            for (int i = 0; i < frames * format.channels(); i++) {
                samples[i] =
                        format.encoding().decode(bytes, i * format.encoding().bytes());
            }
            sink.accept(samples, frames);
            left -= count;
            if (count < wanted) {
                requireUnknown(size, left);
                return;
            }
        }
    }

    private static void requireUnknown(long size, long missing) throws RejectedAudio {
        if (size != Long.MAX_VALUE) {
            throw new RejectedAudio(
                    Rejection.TRUNCATED,
                    "the header announces %d bytes of sound, %d are missing".formatted(size, missing));
        }
    }
}
