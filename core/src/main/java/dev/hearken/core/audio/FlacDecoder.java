package dev.hearken.core.audio;

import java.io.EOFException;
import java.io.IOException;

/**
 * Native FLAC, all of RFC 9639: 4 to 32 bits, 1 to 8 channels. Every frame must match its check sums, and a file that ends before the
 * number of samples its header names, or inside a frame, is {@link Rejection#TRUNCATED}.
 *
 * <p>Written here because jFLAC, the only Java library that could have done it, passes over damaged frames and missing ends without a
 * word, stops at 24 bits and was last released in 2017.
 */
final class FlacDecoder implements Decoder {
    private static final int STREAM_INFO = 0;
    private static final int STREAM_INFO_BYTES = 34;

    @Override
    public boolean recognises(byte[] head) {
        return Magic.at(head, 0, "fLaC");
    }

    @Override
    public void decode(AudioInput input, MonoSink sink) throws IOException, RejectedAudio {
        try {
            input.skipUpTo(4);
            FlacBits bits = new FlacBits(input);
            FlacStreamInfo stream = readMetadata(bits, input);
            sink.begin(stream.source());
            decodeFrames(input, sink, bits, stream);
        } catch (EOFException e) {
            throw new RejectedAudio(
                    Rejection.TRUNCATED, "the FLAC file breaks off after " + sink.samples() + " samples");
        }
    }

    private static FlacStreamInfo readMetadata(FlacBits bits, AudioInput input) throws IOException, RejectedAudio {
        boolean last = bits.read(1) == 1;
        if (bits.read(7) != STREAM_INFO || bits.read(24) != STREAM_INFO_BYTES) {
            throw new RejectedAudio(Rejection.MALFORMED, "FLAC: the first block is no stream info");
        }
        FlacStreamInfo stream = FlacStreamInfo.read(bits);
        if (stream.sampleBits() < 4) {
            throw new RejectedAudio(Rejection.MALFORMED, "FLAC: samples of " + stream.sampleBits() + " bits");
        }
        while (!last) {
            last = bits.read(1) == 1;
            bits.read(7);
            long size = bits.read(24);
            if (input.skipUpTo(size) < size) {
                throw new EOFException();
            }
        }
        return stream;
    }

    private static void decodeFrames(AudioInput input, MonoSink sink, FlacBits bits, FlacStreamInfo stream)
            throws IOException, RejectedAudio {
        FlacFrame frame = new FlacFrame(bits, stream);
        long total = stream.samples();
        while (total == 0 ? !atEnd(input) : sink.samples() < total) {
            int length = frame.decode();
            if (total > 0 && sink.samples() + length > total) {
                throw new RejectedAudio(Rejection.MALFORMED, "FLAC: more than the announced " + total + " samples");
            }
            sink.accept(frame.interleaved(), length);
        }
    }

    /** Where the length is unknown, frames end with the file or where an ID3 tag begins. */
    private static boolean atEnd(AudioInput input) throws IOException {
        byte[] next = input.peek(3);
        return next.length == 0 || Magic.at(next, 0, "TAG");
    }
}
