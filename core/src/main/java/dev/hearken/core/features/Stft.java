package dev.hearken.core.features;

/**
 * The settings of a short-time Fourier transform with a periodic Hann window, in librosa's sense.
 *
 * <p>A frame is {@code fftSize} samples; the window is shorter or as long and stands in the frame's middle, with
 * {@code (fftSize - windowSamples) / 2} zeros before it. Sample {@code i} is weighted by {@code 0.5 - 0.5 cos(2 pi i / windowSamples)}.
 * Reference: {@code librosa.stft(y, n_fft=fftSize, win_length=windowSamples, hop_length=hopSamples, window="hann")}.
 *
 * @param sampleRateHz samples a second, positive
 * @param fftSize length of the DFT, even, 2 to {@value #MAX_FFT_SIZE}
 * @param windowSamples length of the window, 2 to fftSize
 * @param hopSamples samples from one frame to the next, 1 to fftSize
 * @param padding what stands before and behind the recording
 */
public record Stft(int sampleRateHz, int fftSize, int windowSamples, int hopSamples, Padding padding) {
    /** A bound on the size of the graph; 8192 samples are 186 ms at 44.1 kHz. */
    public static final int MAX_FFT_SIZE = 8192;

    public Stft {
        if (sampleRateHz < 1) {
            throw new IllegalArgumentException("sampleRateHz must be positive, got " + sampleRateHz);
        }
        if (fftSize < 2 || fftSize > MAX_FFT_SIZE || fftSize % 2 != 0) {
            throw new IllegalArgumentException("fftSize must be even and 2 to " + MAX_FFT_SIZE + ", got " + fftSize);
        }
        if (windowSamples < 2 || windowSamples > fftSize) {
            throw new IllegalArgumentException("windowSamples must be 2 to " + fftSize + ", got " + windowSamples);
        }
        if (hopSamples < 1 || hopSamples > fftSize) {
            throw new IllegalArgumentException("hopSamples must be 1 to " + fftSize + ", got " + hopSamples);
        }
    }

    /** Where the frames lie. */
    public FrameGrid grid() {
        return new FrameGrid(fftSize, hopSamples, padding == Padding.NONE ? 0 : fftSize / 2);
    }

    /** The number of frames on {@code samples} samples; 0 if there are too few for one, or too few to be mirrored. */
    public int frames(int samples) {
        // Mirroring k samples without repeating the edge needs k + 1 of them.
        boolean mirrorable = padding != Padding.REFLECT || samples > fftSize / 2;
        return mirrorable ? grid().frames(samples) : 0;
    }

    /** The frequency of a DFT bin in Hz. */
    double binHz(int bin) {
        return (double) bin * sampleRateHz / fftSize;
    }

    /** The weight of sample {@code i} of the window. */
    double hann(int i) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * i / windowSamples);
    }
}
