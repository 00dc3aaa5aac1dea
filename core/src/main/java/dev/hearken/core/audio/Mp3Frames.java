package dev.hearken.core.audio;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sound frames of an MP3 file as a stream of bytes, for a decoder that would otherwise search for the next thing that looks like a
 * frame and pass over damage in silence. Tags are left out. Damage ends the stream and is kept for {@link #requireSound}.
 */
final class Mp3Frames extends InputStream {
    private static final int TAG_BYTES = 128;

    private final AudioInput input;
    private final Mp3Header first;
    private final Optional<Mp3Info> info;
    private byte[] frame;
    private int at;
    private long frames;
    private @Nullable RejectedAudio damage;
    private @Nullable IOException failure;

    Mp3Frames(AudioInput input) throws IOException, RejectedAudio {
        this.input = input;
        while (input.peek(1).length > 0 && input.peek(1)[0] == 0) {
            input.skipUpTo(1);
        }
        this.first = nextHeader();
        if (first.frameBytes() == 0) {
            throw new RejectedAudio(Rejection.UNSUPPORTED_ENCODING, "MP3 in free format");
        }
        this.frame = readFrame(first);
        this.info = Mp3Info.of(frame, first);
        if (info.isPresent()) {
            frame = new byte[0];
        } else {
            frames = 1;
        }
    }

    Mp3Header header() {
        return first;
    }

    Optional<Mp3Info> info() {
        return info;
    }

    /** How many frames have been handed out. */
    long frames() {
        return frames;
    }

    /** Throws what ended the stream early, if anything did. */
    void requireSound() throws IOException, RejectedAudio {
        if (failure != null) {
            throw failure;
        }
        if (damage != null) {
            throw damage;
        }
    }

    @Override
    public int read() {
        return at < frame.length || advance() ? frame[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (at == frame.length && !advance()) {
            return -1;
        }
        int count = Math.min(length, frame.length - at);
        System.arraycopy(frame, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean advance() {
        try {
            if (damage != null || failure != null || atEnd()) {
                return false;
            }
            frame = readFrame(nextHeader());
            at = 0;
            frames++;
            return true;
        } catch (RejectedAudio e) {
            damage = e;
        } catch (IOException e) {
            failure = e;
        }
        return false;
    }

    /** Sound ends with the file, with a tag, or with zeros as padding. */
    private boolean atEnd() throws IOException {
        byte[] next = input.peek(TAG_BYTES);
        return Magic.at(next, 0, "TAG")
                || Magic.at(next, 0, "ID3")
                || Magic.at(next, 0, "APETAGEX")
                || Magic.at(next, 0, "LYRICSBEGIN")
                || Arrays.equals(next, new byte[next.length]);
    }

    private Mp3Header nextHeader() throws IOException, RejectedAudio {
        byte[] bytes = input.peek(Mp3Header.BYTES);
        Mp3Header header = Mp3Header.at(bytes, 0);
        if (bytes.length < Mp3Header.BYTES) {
            throw truncated();
        }
        if (header == null || (frames > 0 && !header.goesWith(first))) {
            throw new RejectedAudio(Rejection.MALFORMED, "MP3: no fitting frame after " + frames + " frames");
        }
        return header;
    }

    private byte[] readFrame(Mp3Header header) throws IOException, RejectedAudio {
        byte[] bytes = input.readNBytes(header.frameBytes());
        if (bytes.length < header.frameBytes() || bytes.length == 0) {
            throw truncated();
        }
        return bytes;
    }

    private RejectedAudio truncated() {
        return new RejectedAudio(Rejection.TRUNCATED, "the MP3 file breaks off after " + frames + " frames");
    }
}
