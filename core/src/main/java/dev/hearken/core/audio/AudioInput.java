package dev.hearken.core.audio;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of one recording: buffered, counted, with a look ahead, and never more of them than the limit. */
final class AudioInput extends InputStream {
    /** How far a decoder may look to recognise its format. */
    static final int HEAD_BYTES = 4096;

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream source;
    private final long maxBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int end;
    private long taken;
    private boolean overrun;

    AudioInput(InputStream source, long maxBytes) {
        this.source = source;
        this.maxBytes = maxBytes;
    }

    /** The next bytes without consuming them; fewer than asked for only at the end of the recording. */
    byte[] peek(int count) throws IOException {
        while (end - position < count && fill()) {
            // fill() does the work
        }
        return Arrays.copyOfRange(buffer, position, position + Math.min(count, end - position));
    }

    /** Whether the recording was found to be longer than the limit allows; decoders may have taken that for its end. */
    boolean overrun() {
        return overrun;
    }

    /** How many bytes have been consumed. */
    long consumed() {
        return taken - (end - position);
    }

    @Override
    public int read() throws IOException {
        return position < end || fill() ? buffer[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    /** Skips this many bytes, or to the end of the recording if that is nearer; returns how many were skipped. */
    long skipUpTo(long count) throws IOException {
        long left = count;
        while (left > 0 && (position < end || fill())) {
            int step = (int) Math.min(left, end - position);
            position += step;
            left -= step;
        }
        return count - left;
    }

    /** Two bytes, little-endian, unsigned. */
    int readUnsignedShort() throws IOException {
        return require() | (require() << 8);
    }

    /** Four bytes, little-endian, unsigned. */
    long readUnsignedInt() throws IOException {
        return readUnsignedShort() | ((long) readUnsignedShort() << 16);
    }

    private int require() throws IOException {
        int value = read();
        if (value < 0) {
            throw new EOFException();
        }
        return value;
    }

    /** Gets at least one more byte into the buffer, or says that there is none. */
    private boolean fill() throws IOException {
        if (overrun) {
            return false;
        }
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, end - position);
            end -= position;
            position = 0;
        }
        int count = source.read(buffer, end, buffer.length - end);
        if (count <= 0) {
            return false;
        }
        taken += count;
        if (taken > maxBytes) {
            overrun = true;
            return false;
        }
        end += count;
        return true;
    }
}
