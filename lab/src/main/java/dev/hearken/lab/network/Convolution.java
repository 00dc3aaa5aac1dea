package dev.hearken.lab.network;

/**
 * The shape of a two-dimensional convolution; each pair is (frames, bands).
 *
 * <p>Padding is with zeros.
 *
 * @param outputs output channels
 * @param groups input channels are split into this many groups which do not see each other
 */
public record Convolution(
        int outputs,
        int kernelFrames,
        int kernelBands,
        int strideFrames,
        int strideBands,
        int padFrames,
        int padBands,
        int dilationFrames,
        int groups,
        Finish finish) {
    /** What follows the products. */
    public enum Finish {
        /** Batch normalisation, folded into the kernel at export. */
        NORM,
        /** A learned bias. */
        BIAS,
        /** Nothing. */
        NONE
    }

    public Convolution {
        if (outputs < 1 || groups < 1 || outputs % groups != 0) {
            throw new IllegalArgumentException(outputs + " outputs in " + groups + " groups");
        }
        if (kernelFrames < 1 || kernelBands < 1 || strideFrames < 1 || strideBands < 1 || dilationFrames < 1) {
            throw new IllegalArgumentException("kernel, stride and dilation must be positive");
        }
        if (padFrames < 0 || padBands < 0) {
            throw new IllegalArgumentException("padding %d x %d must not be negative".formatted(padFrames, padBands));
        }
    }

    /** A convolution that keeps the length of both axes (for odd kernels), with batch normalisation and one group. */
    public static Convolution same(int outputs, int kernelFrames, int kernelBands) {
        return new Convolution(
                outputs,
                kernelFrames,
                kernelBands,
                1,
                1,
                (kernelFrames - 1) / 2,
                (kernelBands - 1) / 2,
                1,
                1,
                Finish.NORM);
    }

    /** The same with another stride. */
    public Convolution stride(int frames, int bands) {
        return new Convolution(
                outputs, kernelFrames, kernelBands, frames, bands, padFrames, padBands, dilationFrames, groups, finish);
    }

    /** The same with other padding. */
    public Convolution pad(int frames, int bands) {
        return new Convolution(
                outputs,
                kernelFrames,
                kernelBands,
                strideFrames,
                strideBands,
                frames,
                bands,
                dilationFrames,
                groups,
                finish);
    }

    /** The same with taps further apart in time, and as much more padding. */
    public Convolution dilate(int frames) {
        return new Convolution(
                outputs,
                kernelFrames,
                kernelBands,
                strideFrames,
                strideBands,
                padFrames * frames,
                padBands,
                frames,
                groups,
                finish);
    }

    /** The same with each channel for itself. */
    public Convolution depthwise() {
        return new Convolution(
                outputs,
                kernelFrames,
                kernelBands,
                strideFrames,
                strideBands,
                padFrames,
                padBands,
                dilationFrames,
                outputs,
                finish);
    }

    /** The same with another finish. */
    public Convolution finish(Finish newFinish) {
        return new Convolution(
                outputs,
                kernelFrames,
                kernelBands,
                strideFrames,
                strideBands,
                padFrames,
                padBands,
                dilationFrames,
                groups,
                newFinish);
    }

    long framesOut(long frames) {
        return (frames + 2L * padFrames - (long) dilationFrames * (kernelFrames - 1) - 1) / strideFrames + 1;
    }

    long bandsOut(long bands) {
        return (bands + 2L * padBands - kernelBands) / strideBands + 1;
    }
}
