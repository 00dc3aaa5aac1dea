package dev.hearken.core.audio;

/** The identification header of a Vorbis stream (Vorbis I specification, section 4.2.2), checked. */
record VorbisHeader(int channels, int sampleRateHz, int longBlock) {
    private static final int MARK_BITS = 8 * 7;

    static VorbisHeader read(byte[] packet) throws RejectedAudio {
        VorbisBits bits = new VorbisBits(packet);
        bits.skip(MARK_BITS);
        require(bits.read(32) == 0, "another version than 0");
        int channels = (int) bits.read(8);
        long rate = bits.read(32);
        bits.skip(3 * 32L); // bit rates: only hints
        int shortBits = (int) bits.read(4);
        int longBits = (int) bits.read(4);
        require(6 <= shortBits && shortBits <= longBits && longBits <= 13, "block sizes out of range");
        require(bits.readFlag(), "an identification header without its ending bit");
        return new VorbisHeader(channels, (int) Math.min(rate, Integer.MAX_VALUE), 1 << longBits);
    }

    SourceFormat source() {
        return new SourceFormat(SourceFormat.Container.OGG, "vorbis", sampleRateHz, channels);
    }

    static void require(boolean holds, String otherwise) throws RejectedAudio {
        if (!holds) {
            throw new RejectedAudio(Rejection.MALFORMED, "Vorbis: " + otherwise);
        }
    }
}
