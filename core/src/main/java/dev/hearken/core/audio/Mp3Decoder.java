package dev.hearken.core.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.MP3Decoder;
import javazoom.jl.decoder.OutputBuffer;

/**
 * MPEG audio layer III at all nine rates: frames are found here, their sound decoded by JLayer. What LAME's header says of the samples
 * an encoder put before and behind the sound is left out. A file that ends inside a frame, or two or more frames before the number its
 * header names, is {@link Rejection#TRUNCATED}; bytes between frames that are no frame are {@link Rejection#MALFORMED}.
 */
final class Mp3Decoder implements Decoder {
    /** How late the decoder itself is, in samples: 528 of the filter bank and one more, as every gapless player counts. */
    private static final int DECODER_DELAY = 529;

    static {
        // JLayer fills tables that all decoders share on first use, without a lock; loading this class is the lock.
        decodeSilence();
    }

    @Override
    public boolean recognises(byte[] head) {
        int at = 0;
        while (at < head.length && head[at] == 0) {
            at++;
        }
        Mp3Header first = Mp3Header.at(head, at);
        if (first == null) {
            return false;
        }
        int next = at + first.frameBytes();
        Mp3Header second = Mp3Header.at(head, next);
        boolean endsBefore = head.length < AudioInput.HEAD_BYTES && next + Mp3Header.BYTES > head.length;
        return first.frameBytes() == 0
                || endsBefore
                || Magic.at(head, next, "TAG")
                || (second != null && second.goesWith(first));
    }

    @Override
    public void decode(AudioInput input, MonoSink sink) throws IOException, RejectedAudio {
        Mp3Frames frames = new Mp3Frames(input);
        Mp3Header header = frames.header();
        sink.begin(header.source());
        try {
            decodeFrames(frames, sink);
        } catch (JavaLayerException | RuntimeException e) {
            frames.requireSound();
            // JLayer trusts what it reads; whatever it stumbles over is wrong in the file.
            throw new RejectedAudio(Rejection.MALFORMED, "MP3: the decoder failed with " + e);
        }
        frames.requireSound();
        if (frames.info().isPresent()) {
            trim(frames, frames.info().get(), sink);
        }
    }

    private static void trim(Mp3Frames frames, Mp3Info info, MonoSink sink) throws RejectedAudio {
        if (frames.frames() + 1 < info.frames()) {
            throw new RejectedAudio(
                    Rejection.TRUNCATED,
                    "the MP3 header announces %d frames, %d are there".formatted(info.frames(), frames.frames()));
        }
        if (info.trimmed()) {
            sink.keep(info.delay() + DECODER_DELAY, sink.samples() - Math.max(0, info.padding() - DECODER_DELAY));
        }
    }

    /** One frame of 32 kbit/s at 44.1 kHz, mono, with nothing in it. */
    private static void decodeSilence() {
        byte[] frame = Arrays.copyOf(new byte[] {(byte) 0xFF, (byte) 0xFB, 0x10, (byte) 0xC4}, 104);
        try {
            new Mp3Decoder()
                    .decode(
                            new AudioInput(new ByteArrayInputStream(frame), frame.length),
                            new MonoSink(AudioLimits.STANDARD));
        } catch (IOException | RejectedAudio e) {
            throw new IllegalStateException("JLayer does not decode silence", e);
        }
    }

    private static void decodeFrames(Mp3Frames frames, MonoSink sink) throws JavaLayerException, RejectedAudio {
        Bitstream bitstream = new Bitstream(frames);
        MP3Decoder decoder = new MP3Decoder();
        Samples samples = new Samples(frames.header().channels());
        decoder.setOutputBuffer(samples);
        for (Header header = bitstream.readFrame(); header != null; header = bitstream.readFrame()) {
            decoder.decodeFrame(header, bitstream);
            bitstream.closeFrame();
            samples.pourInto(sink);
        }
    }

    /** Takes the decoder's samples before it would round and clip them to 16 bits. */
    private static final class Samples extends OutputBuffer {
        /** JLayer was written to put full scale at 32,700 instead of 32,768. */
        private static final float SCALE = 1 / 32_700f;

        private final int channelCount;
        private final float[] interleaved;
        private final int[] filled;

        Samples(int channelCount) {
            super(channelCount, false);
            this.channelCount = channelCount;
            this.interleaved = new float[1152 * channelCount];
            this.filled = new int[channelCount];
        }

        @Override
        public void appendSamples(int channel, float[] samples) {
            for (int i = 0; i < 32; i++) {
                interleaved[filled[channel]++ * channelCount + channel] = samples[i] * SCALE;
            }
        }

        void pourInto(MonoSink sink) throws RejectedAudio {
            sink.accept(interleaved, filled[0]);
            Arrays.fill(filled, 0);
        }
    }
}
