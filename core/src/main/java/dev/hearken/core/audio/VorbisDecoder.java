package dev.hearken.core.audio;

import com.jcraft.jogg.Packet;
import com.jcraft.jorbis.Block;
import com.jcraft.jorbis.Comment;
import com.jcraft.jorbis.DspState;
import com.jcraft.jorbis.Info;
import java.io.EOFException;
import java.io.IOException;

/**
 * Vorbis in Ogg: the container is read here, the sound decoded by JOrbis. The first stream's end must be marked, or the recording is
 * {@link Rejection#TRUNCATED}; what its positions say about samples to be left out at either end is followed to the sample.
 */
final class VorbisDecoder implements Decoder {
    private static final String IDENTIFICATION = "\1vorbis";
    private static final String SETUP = "\5vorbis";

    /** Stands in for the real comments, which nobody needs here: no vendor, none in number, the ending bit. */
    private static final byte[] NO_COMMENTS = {3, 'v', 'o', 'r', 'b', 'i', 's', 0, 0, 0, 0, 0, 0, 0, 0, 1};

    @Override
    public boolean recognises(byte[] head) {
        return Magic.at(head, 0, "OggS");
    }

    @Override
    public void decode(AudioInput input, MonoSink sink) throws IOException, RejectedAudio {
        try {
            decodePackets(new OggStream(input), sink);
        } catch (EOFException e) {
            throw new RejectedAudio(
                    Rejection.TRUNCATED, "the Ogg file breaks off after " + sink.samples() + " samples");
        }
    }

    private static void decodePackets(OggStream stream, MonoSink sink) throws IOException, RejectedAudio {
        byte[] identification = stream.next().bytes();
        if (!Magic.at(identification, 0, IDENTIFICATION)) {
            throw new RejectedAudio(Rejection.UNSUPPORTED_ENCODING, "Ogg without Vorbis, perhaps Opus, Speex or FLAC");
        }
        VorbisHeader header = VorbisHeader.read(identification);
        sink.begin(header.source());
        stream.next(); // comments
        byte[] setup = stream.next().bytes();
        VorbisHeader.require(Magic.at(setup, 0, SETUP), "no setup header where it should be");
        VorbisSetup.check(setup, header);
        try {
            new Sound(header.channels(), sink, identification, setup).decode(stream);
        } catch (RuntimeException e) {
            // JOrbis trusts what it reads; whatever it stumbles over is wrong in the file.
            throw new RejectedAudio(Rejection.MALFORMED, "Vorbis: the decoder failed with " + e);
        }
    }

    /** The decoding library with its state. */
    private static final class Sound {
        private final int channels;
        private final MonoSink sink;
        private final DspState state = new DspState();
        private final Block block;
        private float[] interleaved = new float[0];
        /** The last position a page named, or -1, and how many samples had been decoded by then. */
        private long position = -1;

        private long heard;
        private long skipped;

        Sound(int channels, MonoSink sink, byte[] identification, byte[] setup) throws RejectedAudio {
            this.channels = channels;
            this.sink = sink;
            Info info = new Info();
            info.init();
            Comment comments = new Comment();
            comments.init();
            byte[][] headers = {identification, NO_COMMENTS, setup};
            for (int i = 0; i < headers.length; i++) {
                boolean taken = info.synthesis_headerin(comments, packet(headers[i], i)) == 0;
                VorbisHeader.require(taken, "a header is not well formed");
            }
            state.synthesis_init(info);
            block = new Block(state);
        }

        void decode(OggStream stream) throws IOException, RejectedAudio {
            long number = 3;
            OggPacket coded;
            do {
                coded = stream.next();
                if (block.synthesis(packet(coded.bytes(), number++)) == 0) {
                    state.synthesis_blockin(block);
                    drain();
                }
                follow(coded);
            } while (!coded.last());
        }

        private void drain() throws RejectedAudio {
            float[][][] pcm = new float[1][][];
            int[] offsets = new int[channels];
            for (int frames = state.synthesis_pcmout(pcm, offsets);
                    frames > 0;
                    frames = state.synthesis_pcmout(pcm, offsets)) {
                if (interleaved.length < frames * channels) {
                    interleaved = new float[frames * channels];
                }
                for (int channel = 0; channel < channels; channel++) {
                    for (int i = 0; i < frames; i++) {
                        interleaved[i * channels + channel] = pcm[0][channel][offsets[channel] + i];
                    }
                }
                sink.accept(interleaved, frames);
                state.synthesis_read(frames);
            }
        }

        /** The first position tells how much precedes sample 0, the last one how much follows the end. */
        private void follow(OggPacket coded) {
            long granule = coded.granule();
            if (granule < 0) {
                return;
            }
            if (position < 0 && !coded.last()) {
                skipped = Math.max(0, sink.samples() - granule);
            }
            if (coded.last()) {
                long surplus = position < 0 ? sink.samples() - granule : sink.samples() - heard - (granule - position);
                sink.keep(skipped, sink.samples() - Math.max(0, surplus));
            }
            position = granule;
            heard = sink.samples();
        }

        private static Packet packet(byte[] bytes, long number) {
            Packet packet = new Packet();
            packet.packet_base = bytes;
            packet.bytes = bytes.length;
            packet.b_o_s = number == 0 ? 1 : 0;
            packet.granulepos = -1;
            packet.packetno = number;
            return packet;
        }
    }
}
