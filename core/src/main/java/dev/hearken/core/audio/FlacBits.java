package dev.hearken.core.audio;

import java.io.EOFException;
import java.io.IOException;

/** The bits of a FLAC file, highest first, with the two running check sums of a frame. */
final class FlacBits {
    private static final int[] CRC8 = table(8, 0x07);
    private static final int[] CRC16 = table(16, 0x8005);

    private final AudioInput input;
    /** The lowest {@code count} bits are read but not used; never more than a byte is read ahead of its use. */
    private long waiting;

    private int count;
    private int crc8;
    private int crc16;

    FlacBits(AudioInput input) {
        this.input = input;
    }

    /** Begins new check sums; at a byte's edge only. */
    void startFrame() {
        crc8 = 0;
        crc16 = 0;
    }

    /** The CRC-8 (x^8 + x^2 + x + 1) of the bytes of this frame so far. */
    int crc8() {
        return crc8;
    }

    /** The CRC-16 (x^16 + x^15 + x^2 + 1) of the bytes of this frame so far. */
    int crc16() {
        return crc16;
    }

    /** The next {@code bits} bits, 0 to 32 of them, as an unsigned number. */
    long read(int bits) throws IOException {
        while (count < bits) {
            pull();
        }
        count -= bits;
        return (waiting >>> count) & ((1L << bits) - 1);
    }

    /** The next {@code bits} bits, 0 to 33 of them, as a number in two's complement. */
    long readSigned(int bits) throws IOException {
        if (bits == 0) {
            return 0;
        }
        long high = bits > 32 ? read(bits - 32) : 0;
        long value = (high << 32) | read(Math.min(bits, 32));
        return value << (64 - bits) >> (64 - bits);
    }

    /** How many zeros stand before the next one. */
    long readUnary() throws IOException {
        long zeros = 0;
        while (true) {
            long left = waiting & ((1L << count) - 1);
            if (left != 0) {
                int leading = Long.numberOfLeadingZeros(left) - (64 - count);
                count -= leading + 1;
                return zeros + leading;
            }
            zeros += count;
            count = 0;
            pull();
        }
    }

    /** Skips to the next whole byte. */
    void align() {
        count -= count % 8;
    }

    private void pull() throws IOException {
        int next = input.read();
        if (next < 0) {
            throw new EOFException();
        }
        crc8 = CRC8[crc8 ^ next];
        crc16 = ((crc16 << 8) & 0xFFFF) ^ CRC16[(crc16 >> 8) ^ next];
        waiting = (waiting << 8) | next;
        count += 8;
    }

    private static int[] table(int width, int polynomial) {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int value = i << (width - 8);
            for (int bit = 0; bit < 8; bit++) {
                value = (value << 1) ^ ((value >> (width - 1) & 1) * polynomial);
            }
            table[i] = value & ((1 << width) - 1);
        }
        return table;
    }
}
