package dev.hearken.core.audio;

import java.io.IOException;

/** The {@code fmt } chunk of a WAV file, checked. */
record WavFormat(PcmEncoding encoding, int channels, int sampleRateHz) {
    private static final int PCM = 1;
    private static final int IEEE_FLOAT = 3;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;

    private static final int PLAIN_BYTES = 16;
    private static final int EXTENSIBLE_BYTES = 40;
    private static final int SUBFORMAT_AT = 24;

    static WavFormat read(AudioInput input, long size) throws IOException, RejectedAudio {
        if (size < PLAIN_BYTES) {
            throw new RejectedAudio(
                    Rejection.MALFORMED, "a format chunk of " + size + " bytes, at least 16 are needed");
        }
        int tag = input.readUnsignedShort();
        int channels = input.readUnsignedShort();
        long rate = input.readUnsignedInt();
        input.readUnsignedInt(); // bytes a second: follows from the rest and is often wrong
        int frameBytes = input.readUnsignedShort();
        int bits = input.readUnsignedShort();
        long rest = size - PLAIN_BYTES;
        if (tag == EXTENSIBLE) {
            if (size < EXTENSIBLE_BYTES) {
                throw new RejectedAudio(Rejection.MALFORMED, "an extensible format chunk of only " + size + " bytes");
            }
            input.skipUpTo(SUBFORMAT_AT - PLAIN_BYTES);
            tag = input.readUnsignedShort();
            rest = size - SUBFORMAT_AT - 2;
        }
        input.skipUpTo(rest + size % 2);
        if (channels == 0) {
            throw new RejectedAudio(Rejection.MALFORMED, "the header names 0 channels");
        }
        PcmEncoding encoding = encoding(tag, sampleBytes(frameBytes, channels, bits));
        return new WavFormat(encoding, channels, (int) Math.min(rate, Integer.MAX_VALUE));
    }

    int frameBytes() {
        return channels * encoding.bytes();
    }

    SourceFormat source() {
        return new SourceFormat(SourceFormat.Container.WAV, encoding.code(), sampleRateHz, channels);
    }

    /** The frame size rules over the bits named, because 12, 20 or 24 bits may sit at the top of a wider place. */
    private static int sampleBytes(int frameBytes, int channels, int bits) throws RejectedAudio {
        int needed = (bits + 7) / 8;
        if (frameBytes == 0) {
            return needed;
        }
        if (bits == 0 || frameBytes % channels != 0 || frameBytes / channels < needed) {
            throw new RejectedAudio(
                    Rejection.MALFORMED,
                    "%d channels of %d bits do not fit frames of %d bytes".formatted(channels, bits, frameBytes));
        }
        return frameBytes / channels;
    }

    private static PcmEncoding encoding(int tag, int sampleBytes) throws RejectedAudio {
        for (PcmEncoding encoding : PcmEncoding.values()) {
            if (tag(encoding) == tag && encoding.bytes() == sampleBytes) {
                return encoding;
            }
        }
        throw new RejectedAudio(
                Rejection.UNSUPPORTED_ENCODING,
                "WAV with format tag 0x%04X and %d bytes a sample".formatted(tag, sampleBytes));
    }

    private static int tag(PcmEncoding encoding) {
        return switch (encoding) {
            case U8, S16, S24, S32 -> PCM;
            case F32, F64 -> IEEE_FLOAT;
            case A_LAW -> A_LAW;
            case MU_LAW -> MU_LAW;
        };
    }
}
