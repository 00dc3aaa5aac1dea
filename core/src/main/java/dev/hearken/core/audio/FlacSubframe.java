package dev.hearken.core.audio;

import java.io.IOException;
import java.util.Arrays;

/** One channel of one FLAC frame (RFC 9639, section 9.2). */
final class FlacSubframe {
    /** The fixed predictors of orders 0 to 4, as linear predictors of shift 0. */
    private static final int[][] FIXED = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

    private final FlacBits bits;
    private final long[] samples;
    private final int length;

    private FlacSubframe(FlacBits bits, long[] samples, int length) {
        this.bits = bits;
        this.samples = samples;
        this.length = length;
    }

    /** Decodes {@code length} samples of {@code sampleBits} bits, 1 to 33. */
    static void decode(FlacBits bits, int sampleBits, long[] samples, int length) throws IOException, RejectedAudio {
        new FlacSubframe(bits, samples, length).decode(sampleBits);
    }

    private void decode(int codedBits) throws IOException, RejectedAudio {
        require(bits.read(1) == 0, "a subframe begins with a one");
        int type = (int) bits.read(6);
        int wasted = bits.read(1) == 0 ? 0 : (int) Math.min(bits.readUnary(), 64) + 1;
        int sampleBits = codedBits - wasted;
        require(sampleBits > 0, "more wasted bits than bits");
        if (type == 0) {
            Arrays.fill(samples, 0, length, bits.readSigned(sampleBits));
        } else if (type == 1) {
            readVerbatim(length, sampleBits);
        } else if (type >= 8 && type <= 12) {
            int order = type - 8;
            readWarmUp(order, sampleBits);
            readResidual(order);
            predict(FIXED[order], 0);
        } else if (type >= 32) {
            decodeLinear(type - 31, sampleBits);
        } else {
            throw new RejectedAudio(Rejection.MALFORMED, "a FLAC subframe of reserved type " + type);
        }
        for (int i = 0; wasted > 0 && i < length; i++) {
            samples[i] <<= wasted;
        }
    }

    private void decodeLinear(int order, int sampleBits) throws IOException, RejectedAudio {
        readWarmUp(order, sampleBits);
        int precision = (int) bits.read(4) + 1;
        require(precision < 16, "a predictor of a reserved precision");
        int shift = (int) bits.readSigned(5);
        require(shift >= 0, "a predictor with a negative shift");
        int[] coefficients = new int[order];
        for (int i = 0; i < order; i++) {
            coefficients[i] = (int) bits.readSigned(precision);
        }
        readResidual(order);
        predict(coefficients, shift);
    }

    private void readWarmUp(int order, int sampleBits) throws IOException, RejectedAudio {
        require(order <= length, "a predictor longer than its block");
        readVerbatim(order, sampleBits);
    }

    private void readVerbatim(int count, int sampleBits) throws IOException {
        for (int i = 0; i < count; i++) {
            samples[i] = bits.readSigned(sampleBits);
        }
    }

    /** Rice-coded residual, section 9.2.7, into the samples behind the warm-up. */
    private void readResidual(int order) throws IOException, RejectedAudio {
        int method = (int) bits.read(2);
        require(method < 2, "a reserved residual coding");
        int parameterBits = method == 0 ? 4 : 5;
        int escape = (1 << parameterBits) - 1;
        int partitions = 1 << bits.read(4);
        int partitionLength = length / partitions;
        require(length % partitions == 0 && partitionLength >= order, "partitions that do not fit their block");
        int at = order;
        for (int partition = 1; partition <= partitions; partition++) {
            int to = partition * partitionLength;
            int parameter = (int) bits.read(parameterBits);
            if (parameter == escape) {
                int plainBits = (int) bits.read(5);
                for (; at < to; at++) {
                    samples[at] = bits.readSigned(plainBits);
                }
            } else {
                for (; at < to; at++) {
                    long folded = (bits.readUnary() << parameter) | bits.read(parameter);
                    samples[at] = (folded >>> 1) ^ -(folded & 1);
                }
            }
        }
    }

    /** Adds to each residual the prediction from the samples before it. Overflow only wraps: the range is checked afterwards. */
    private void predict(int[] coefficients, int shift) {
        int order = coefficients.length;
        for (int i = order; i < length; i++) {
            long sum = 0;
            for (int j = 0; j < order; j++) {
                sum += coefficients[j] * samples[i - 1 - j];
            }
            samples[i] += sum >> shift;
        }
    }

    private static void require(boolean holds, String otherwise) throws RejectedAudio {
        if (!holds) {
            throw new RejectedAudio(Rejection.MALFORMED, "FLAC: " + otherwise);
        }
    }
}
