package dev.hearken.core.audio;

/** One packet of an Ogg stream. */
final class OggPacket {
    private final byte[] bytes;
    private final long granule;
    private final boolean last;

    /**
     * A packet.
     *
     * @param bytes its content; owned
     * @param granule if this packet is the last to end on its page, the page's position (for sound: samples so far), else -1
     * @param last whether it is the last of its stream
     */
    OggPacket(byte[] bytes, long granule, boolean last) {
        this.bytes = bytes;
        this.granule = granule;
        this.last = last;
    }

    byte[] bytes() {
        return bytes;
    }

    long granule() {
        return granule;
    }

    boolean last() {
        return last;
    }
}
