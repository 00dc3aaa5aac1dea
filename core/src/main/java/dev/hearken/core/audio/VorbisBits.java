package dev.hearken.core.audio;

/** The bits of a Vorbis packet, lowest first (Vorbis I specification, section 2). */
final class VorbisBits {
    private final byte[] packet;
    private long position;

    VorbisBits(byte[] packet) {
        this.packet = packet;
    }

    /** The next {@code bits} bits, 0 to 32 of them, as an unsigned number. */
    long read(int bits) throws RejectedAudio {
        if (position + bits > 8L * packet.length) {
            throw new RejectedAudio(Rejection.MALFORMED, "Vorbis: a header packet is too short");
        }
        long value = 0;
        for (int i = 0; i < bits; i++, position++) {
            value |= (long) (packet[(int) (position >> 3)] >> (position & 7) & 1) << i;
        }
        return value;
    }

    boolean readFlag() throws RejectedAudio {
        return read(1) == 1;
    }

    void skip(long bits) {
        position += bits;
    }
}
