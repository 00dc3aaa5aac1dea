package dev.hearken.core.audio;

import java.io.IOException;

/** The frames of one FLAC stream (RFC 9639, section 9), each decoded into the same arrays. */
final class FlacFrame {
    private static final int SYNC = 0b11_1111_1111_1110;
    private static final int MAX_BLOCK = 65_536;
    private static final int LEFT_SIDE = 8;
    private static final int SIDE_RIGHT = 9;
    private static final int MID_SIDE = 10;
    private static final int RESERVED_SIZE = -1;

    /** Bits a sample by the header's code; 0 means "as in the stream's header". */
    private static final int[] SAMPLE_BITS = {0, 8, 12, RESERVED_SIZE, 16, 20, 24, 32};

    private static final int[] RATES_HZ = {
        0, 88_200, 176_400, 192_000, 8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000
    };

    private final FlacBits bits;
    private final FlacStreamInfo stream;
    private final long[][] channels;
    private float[] interleaved = new float[0];

    FlacFrame(FlacBits bits, FlacStreamInfo stream) {
        this.bits = bits;
        this.stream = stream;
        this.channels = new long[stream.channels()][];
    }

    /** Decodes the next frame and returns how many samples a channel it has. */
    int decode() throws IOException, RejectedAudio {
        bits.startFrame();
        require(bits.read(14) == SYNC && bits.read(1) == 0, "no frame where one should begin");
        bits.read(1); // whether blocks differ in size: only seeking needs to know
        int sizeCode = (int) bits.read(4);
        int rateCode = (int) bits.read(4);
        int channelCode = (int) bits.read(4);
        int bitsCode = (int) bits.read(3);
        require(bits.read(1) == 0, "a reserved bit is set");
        skipNumber();
        int length = blockLength(sizeCode);
        checkRate(rateCode);
        checkShape(channelCode, bitsCode);
        int crc8 = bits.crc8();
        require(bits.read(8) == crc8, "a frame header does not match its check sum");
        decodeChannels(channelCode, length);
        bits.align();
        int crc16 = bits.crc16();
        require(bits.read(16) == crc16, "a frame does not match its check sum");
        interleave(length);
        return length;
    }

    /** The samples of the last frame, interleaved, full scale 1. */
    float[] interleaved() {
        return interleaved;
    }

    /** The frame's or sample's number, coded as UTF-8 codes characters. */
    private void skipNumber() throws IOException, RejectedAudio {
        int first = (int) bits.read(8);
        int ones = Integer.numberOfLeadingZeros(~(first << 24));
        require(ones != 1 && ones != 8, "a frame number is not well coded");
        for (int i = 1; i < ones; i++) {
            require(bits.read(2) == 0b10, "a frame number is not well coded");
            bits.read(6);
        }
    }

    private int blockLength(int code) throws IOException, RejectedAudio {
        require(code != 0, "a reserved block size");
        return switch (code) {
            case 1 -> 192;
            case 2, 3, 4, 5 -> 576 << (code - 2);
            case 6 -> (int) bits.read(8) + 1;
            case 7 -> (int) bits.read(16) + 1;
            default -> 256 << (code - 8);
        };
    }

    private void checkRate(int code) throws IOException, RejectedAudio {
        long rate = switch (code) {
            case 12 -> 1000 * bits.read(8);
            case 13 -> bits.read(16);
            case 14 -> 10 * bits.read(16);
            case 15 -> -1;
            default -> RATES_HZ[code];
        };
        require(rate == 0 || rate == stream.sampleRateHz(), "a frame of another sample rate");
    }

    private void checkShape(int channelCode, int bitsCode) throws RejectedAudio {
        require(channelCode <= MID_SIDE, "a reserved channel assignment");
        int count = channelCode < LEFT_SIDE ? channelCode + 1 : 2;
        require(count == stream.channels(), "a frame of another number of channels");
        int sampleBits = SAMPLE_BITS[bitsCode];
        require(sampleBits == 0 || sampleBits == stream.sampleBits(), "a frame of another sample size");
    }

    private void decodeChannels(int channelCode, int length) throws IOException, RejectedAudio {
        for (int channel = 0; channel < channels.length; channel++) {
            if (channels[channel] == null || channels[channel].length < length) {
                channels[channel] = new long[Math.min(MAX_BLOCK, Math.max(length, 4096))];
            }
            boolean side = channelCode == SIDE_RIGHT ? channel == 0 : channelCode >= LEFT_SIDE && channel == 1;
            FlacSubframe.decode(bits, stream.sampleBits() + (side ? 1 : 0), channels[channel], length);
        }
        if (channelCode >= LEFT_SIDE) {
            joinSides(channelCode, channels[0], channels[1], length);
        }
    }

    private static void joinSides(int channelCode, long[] first, long[] second, int length) {
        for (int i = 0; i < length; i++) {
            if (channelCode == LEFT_SIDE) {
                second[i] = first[i] - second[i];
            } else if (channelCode == SIDE_RIGHT) {
                first[i] += second[i];
            } else {
                long side = second[i];
                long middle = (first[i] << 1) | (side & 1);
                first[i] = (middle + side) >> 1;
                second[i] = (middle - side) >> 1;
            }
        }
    }

    private void interleave(int length) throws RejectedAudio {
        int count = channels.length;
        if (interleaved.length < length * count) {
            interleaved = new float[length * count];
        }
        long limit = 1L << (stream.sampleBits() - 1);
        float scale = 1f / limit;
        for (int channel = 0; channel < count; channel++) {
            long[] samples = channels[channel];
            for (int i = 0; i < length; i++) {
                long sample = samples[i];
                require(sample >= -limit && sample < limit, "a sample does not fit its bits");
                interleaved[i * count + channel] = sample * scale;
            }
        }
    }

    private static void require(boolean holds, String otherwise) throws RejectedAudio {
        if (!holds) {
            throw new RejectedAudio(Rejection.MALFORMED, "FLAC: " + otherwise);
        }
    }
}
