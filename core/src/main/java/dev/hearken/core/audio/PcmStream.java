package dev.hearken.core.audio;

import dev.hearken.core.HearkenException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Uncompressed sound as it arrives, WAV or without any header, in blocks mixed to mono: for pipes, microphones and recordings of any
 * length. Samples are given as they are, which in a floating-point WAV may be no numbers.
 *
 * <p>Where a header announces more than arrives, the last {@link #read} says so. For one thread.
 */
public final class PcmStream {
    /** A fiftieth of a second at 48 kHz: what is heard is not kept waiting. */
    private static final int BLOCK_FRAMES = 960;

    private final AudioInput input;
    private final WavFormat format;
    private final boolean sizeIsKnown;
    private final ByteBuffer bytes;
    private long left;

    private PcmStream(AudioInput input, WavFormat format, long left) {
        this.input = input;
        this.format = format;
        this.left = left;
        this.sizeIsKnown = left != Long.MAX_VALUE;
        this.bytes = ByteBuffer.allocate(BLOCK_FRAMES * format.frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * A WAV, read up to its sound.
     *
     * @throws HearkenException with the name of a {@link Rejection} as its code, if it is none or in a coding that is not read
     */
    public static PcmStream wav(InputStream stream) {
        AudioInput input = new AudioInput(stream, Long.MAX_VALUE);
        try {
            if (!new WavDecoder().recognises(input.peek(AudioInput.HEAD_BYTES))) {
                throw new RejectedAudio(Rejection.NOT_AUDIO, "the stream does not begin as a WAV does");
            }
            WavDecoder.Sound sound = WavDecoder.findSound(input);
            // The limits on rate and channels are those of files.
            new MonoSink(AudioLimits.STANDARD).begin(sound.format().source());
            return new PcmStream(input, sound.format(), sound.bytes());
        } catch (RejectedAudio rejected) {
            throw rejected(rejected.answer());
        } catch (EOFException broken) {
            throw rejected(new Rejected(Rejection.TRUNCATED, "the WAV header breaks off"));
        } catch (IOException unreadable) {
            throw rejected(new Rejected(Rejection.UNREADABLE, Magic.printable(unreadable.toString())));
        }
    }

    /** Signed 16-bit samples, little-endian, one channel, without a header. */
    public static PcmStream raw(InputStream stream, int sampleRateHz) {
        if (sampleRateHz <= 0) {
            throw new IllegalArgumentException("sampleRateHz must be positive, got " + sampleRateHz);
        }
        WavFormat format = new WavFormat(PcmEncoding.S16, 1, sampleRateHz);
        return new PcmStream(new AudioInput(stream, Long.MAX_VALUE), format, Long.MAX_VALUE);
    }

    /** Samples a second. */
    public int sampleRateHz() {
        return format.sampleRateHz();
    }

    /**
     * The next block, waiting for it if need be; empty when the stream has ended.
     *
     * @throws HearkenException {@code TRUNCATED} if it ended before its header says, {@code UNREADABLE} if it broke
     */
    public float[] read() {
        try {
            int frameBytes = format.frameBytes();
            int wanted = (int) Math.min(left - left % frameBytes, bytes.capacity());
            int count = input.readNBytes(bytes.array(), 0, wanted);
            left -= count;
            if (count < wanted && sizeIsKnown) {
                throw rejected(new Rejected(Rejection.TRUNCATED, left + " bytes of sound are missing"));
            }
            return mono(count / frameBytes);
        } catch (IOException unreadable) {
            throw rejected(new Rejected(Rejection.UNREADABLE, Magic.printable(unreadable.toString())));
        }
    }

    private float[] mono(int frames) {
        float[] samples = new float[frames];
        int sampleBytes = format.encoding().bytes();
        for (int frame = 0; frame < frames; frame++) {
            double sum = 0;
            for (int channel = 0; channel < format.channels(); channel++) {
                int at = (frame * format.channels() + channel) * sampleBytes;
                sum += format.encoding().decode(bytes, at);
            }
            samples[frame] = (float) (sum / format.channels());
        }
        return samples;
    }

    private static HearkenException rejected(Rejected rejected) {
        return HearkenException.user(rejected.reason().name(), rejected.detail());
    }
}
