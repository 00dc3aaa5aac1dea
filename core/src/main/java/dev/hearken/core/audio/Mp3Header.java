package dev.hearken.core.audio;

import org.jspecify.annotations.Nullable;

/**
 * The four bytes before each frame of MPEG audio layer III (ISO/IEC 11172-3, section 2.4.1.3, and 13818-3 for the lower rates).
 *
 * @param version 1, 2, or 3 for the unofficial "2.5"
 * @param channels 1 or 2
 * @param frameBytes the size of the whole frame; 0 if the header does not tell ("free format")
 */
record Mp3Header(int version, int sampleRateHz, int channels, int frameBytes) {
    static final int BYTES = 4;

    private static final int LAYER_III = 1;
    private static final int MONO = 3;
    private static final int[] RATES_HZ = {44_100, 48_000, 32_000};
    private static final int[] KILOBITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KILOBITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};

    /** Reads the header at this place, or null if none can stand there. */
    static @Nullable Mp3Header at(byte[] bytes, int at) {
        if (at + BYTES > bytes.length || bytes[at] != (byte) 0xFF || (bytes[at + 1] & 0xE0) != 0xE0) {
            return null;
        }
        int second = bytes[at + 1];
        int third = bytes[at + 2];
        int versionCode = (second >> 3) & 3;
        int bitRate = (third >> 4) & 15;
        int rate = (third >> 2) & 3;
        if (versionCode == 1 || ((second >> 1) & 3) != LAYER_III || bitRate == 15 || rate == 3) {
            return null;
        }
        int version = versionCode == 3 ? 1 : versionCode == 2 ? 2 : 3;
        int rateHz = RATES_HZ[rate] >> (version - 1);
        int channels = ((bytes[at + 3] >> 6) & 3) == MONO ? 1 : 2;
        return new Mp3Header(version, rateHz, channels, frameBytes(version, bitRate, rateHz, (third >> 1) & 1));
    }

    private static int frameBytes(int version, int bitRate, int rateHz, int padding) {
        int bitsASecond = 1000 * (version == 1 ? KILOBITS_1 : KILOBITS_2)[bitRate];
        return bitsASecond == 0 ? 0 : samples(version) / 8 * bitsASecond / rateHz + padding;
    }

    /** Samples a channel in one frame. */
    int samples() {
        return samples(version);
    }

    private static int samples(int version) {
        return version == 1 ? 1152 : 576;
    }

    /** How many bytes of side information follow the header. */
    int sideBytes() {
        if (version == 1) {
            return channels == 1 ? 17 : 32;
        }
        return channels == 1 ? 9 : 17;
    }

    /** Whether frames with these two headers can stand in one recording. */
    boolean goesWith(Mp3Header other) {
        return version == other.version && sampleRateHz == other.sampleRateHz && channels == other.channels;
    }

    SourceFormat source() {
        return new SourceFormat(SourceFormat.Container.MP3, "mp3", sampleRateHz, channels);
    }
}
