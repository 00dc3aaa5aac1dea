package dev.hearken.core.audio;

import java.io.IOException;

/**
 * The first block of a FLAC file (RFC 9639, section 8.2).
 *
 * @param samples how many samples a channel follow; 0 if the encoder did not know
 */
record FlacStreamInfo(int sampleRateHz, int channels, int sampleBits, long samples) {
    static FlacStreamInfo read(FlacBits bits) throws IOException {
        for (int unused = 0; unused < 10; unused++) {
            bits.read(8); // block and frame sizes: two of 16 bits, two of 24
        }
        int rate = (int) bits.read(20);
        int channels = (int) bits.read(3) + 1;
        int sampleBits = (int) bits.read(5) + 1;
        long samples = (bits.read(4) << 32) | bits.read(32);
        for (int unused = 0; unused < 16; unused++) {
            bits.read(8); // MD5 of the samples: every frame has its own check sum
        }
        return new FlacStreamInfo(rate, channels, sampleBits, samples);
    }

    SourceFormat source() {
        return new SourceFormat(SourceFormat.Container.FLAC, "flac_s" + sampleBits, sampleRateHz, channels);
    }
}
