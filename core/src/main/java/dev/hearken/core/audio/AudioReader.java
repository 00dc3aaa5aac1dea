package dev.hearken.core.audio;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The way in for recordings: WAV, FLAC, OGG Vorbis and MP3, told apart by content and never by name, to a mono {@link Waveform} at its
 * own rate. Channels are mixed to their mean.
 *
 * <p>Nothing that can be in a file makes it throw: what is not taken is {@link Rejected} with a stable {@link Rejection}. The
 * {@link AudioLimits} hold while bytes are read, so memory stays bounded whatever a header promises.
 *
 * <p>A recording is taken whole or not at all. It is {@link Rejection#TRUNCATED} if it ends before its own headers say: inside the sound a
 * WAV header announces (but a header that a recorder could not fill in, with 0 or about 2^31 or 2^32 for the size, means "to the end of
 * the file"); before the number of samples a FLAC header names, or inside a frame; before the page that ends an Ogg stream; inside an
 * MP3 frame, or before the number of frames an MP3 header names. Check sums of FLAC frames and Ogg pages must match. What encoders add
 * around the sound (MP3 delay and padding, Vorbis positions) is left out to the sample.
 *
 * <p>Safe for use by many threads.
 *
 * <pre>{@code
 * Decoding decoding = AudioReader.standard().read(Path.of("seven.wav"));
 * if (decoding instanceof Decoded decoded) {
 *     Waveform at8kHz = Resampler.resample(decoded.waveform(), 8_000);
 * }
 * }</pre>
 */
public final class AudioReader {
    private static final AudioReader STANDARD = new AudioReader(AudioLimits.STANDARD);

    private static final List<Decoder> DECODERS =
            List.of(new WavDecoder(), new FlacDecoder(), new VorbisDecoder(), new Mp3Decoder());

    private final AudioLimits limits;

    private AudioReader(AudioLimits limits) {
        this.limits = limits;
    }

    /** A reader with {@link AudioLimits#STANDARD}. */
    public static AudioReader standard() {
        return STANDARD;
    }

    /** A reader with other limits. */
    public static AudioReader withLimits(AudioLimits limits) {
        return new AudioReader(limits);
    }

    /** Reads a file. A file that is missing, a folder or not permitted is {@link Rejection#UNREADABLE}. */
    public Decoding read(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return new Rejected(Rejection.UNREADABLE, "a folder, not a file");
            }
            if (Files.size(path) > limits.maxBytes()) {
                return tooLarge();
            }
            try (InputStream stream = Files.newInputStream(path)) {
                return read(stream);
            }
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    /** Reads a recording held in memory. */
    public Decoding read(byte[] bytes) {
        return read(new ByteArrayInputStream(bytes));
    }

    /** Reads a recording from a stream, from where it stands. The stream is not closed, and may be left anywhere. */
    public Decoding read(InputStream stream) {
        AudioInput input = new AudioInput(stream, limits.maxBytes());
        Decoding decoding = decode(input);
        // Some decoders take the end of the allowed bytes for the end of the recording.
        return input.overrun() ? tooLarge() : decoding;
    }

    private Decoding decode(AudioInput input) {
        try {
            if (input.peek(1).length == 0) {
                return new Rejected(Rejection.EMPTY, "no bytes at all");
            }
            Id3.skip(input);
            byte[] head = input.peek(AudioInput.HEAD_BYTES);
            for (Decoder decoder : DECODERS) {
                if (decoder.recognises(head)) {
                    MonoSink sink = new MonoSink(limits);
                    decoder.decode(input, sink);
                    return sink.finish();
                }
            }
            return unknown(head);
        } catch (RejectedAudio e) {
            return e.answer();
        } catch (EOFException e) {
            return new Rejected(Rejection.TRUNCATED, "the file ends inside an ID3 tag");
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    private static Rejected unknown(byte[] head) {
        Optional<String> foreign = Foreign.recognise(head);
        return foreign.isPresent()
                ? new Rejected(
                        Rejection.UNSUPPORTED_ENCODING,
                        foreign.get() + " is not read; WAV, FLAC, OGG Vorbis and MP3 are")
                : new Rejected(Rejection.NOT_AUDIO, "the content is neither WAV, FLAC, OGG Vorbis nor MP3");
    }

    private Rejected tooLarge() {
        return new Rejected(Rejection.TOO_LARGE, "more than the " + limits.maxBytes() + " bytes that are taken");
    }

    private static Rejected unreadable(IOException e) {
        return new Rejected(Rejection.UNREADABLE, Magic.printable(e.toString()));
    }
}
