package dev.hearken.core.features;

import java.util.List;

/**
 * Triangular filters, equally wide and spaced on a mel scale, that sum a spectrum into bands.
 *
 * <p>Reference: {@code librosa.filters.mel(sr, n_fft, n_mels=bands, fmin=minHz, fmax=maxHz, htk=…, norm=…)}.
 *
 * @param bands number of filters, 1 to {@value #MAX_BANDS}
 * @param minHz lower edge of the lowest filter, not negative
 * @param maxHz upper edge of the highest filter, above minHz
 * @param scale the mel formula
 * @param norm what is held equal between the filters
 */
public record MelBank(int bands, double minHz, double maxHz, MelScale scale, Norm norm) {
    /** A bound on the size of the graph; 128 is librosa's default, 229 the most seen in published models. */
    public static final int MAX_BANDS = 256;

    /** What is held equal between wide and narrow filters. */
    public enum Norm {
        /** The area: a filter is scaled by 2 / (its width in Hz); librosa's default {@code norm="slaney"}. */
        SLANEY,
        /** The height: every filter peaks at 1; {@code norm=None}, torchaudio's default. */
        NONE
    }

    public MelBank {
        if (bands < 1 || bands > MAX_BANDS) {
            throw new IllegalArgumentException("bands must be 1 to " + MAX_BANDS + ", got " + bands);
        }
        if (!(minHz >= 0) || !Double.isFinite(minHz)) {
            throw new IllegalArgumentException("minHz must not be negative, got " + minHz);
        }
        if (!(maxHz > minHz) || !Double.isFinite(maxHz)) {
            throw new IllegalArgumentException("maxHz must be above minHz " + minHz + ", got " + maxHz);
        }
    }

    /** librosa's default filters: Slaney scale and norm. */
    public static MelBank slaney(int bands, double minHz, double maxHz) {
        return new MelBank(bands, minHz, maxHz, MelScale.SLANEY, Norm.SLANEY);
    }

    /** torchaudio's default filters: HTK scale, no norm. */
    public static MelBank htk(int bands, double minHz, double maxHz) {
        return new MelBank(bands, minHz, maxHz, MelScale.HTK, Norm.NONE);
    }

    /**
     * Throws if these filters do not fit this transform.
     *
     * @throws IllegalArgumentException if maxHz is above half the sample rate, or a filter is so narrow that it holds no DFT bin
     */
    void check(Stft stft) {
        if (maxHz > stft.sampleRateHz() / 2.0) {
            throw new IllegalArgumentException(
                    "maxHz must be at most half the sample rate " + stft.sampleRateHz() + ", got " + maxHz);
        }
        for (int band = 0; band < bands; band++) {
            boolean empty = true;
            for (int bin = 1; bin < stft.fftSize() / 2 && empty; bin++) {
                empty = weight(band, stft.binHz(bin)) == 0;
            }
            if (empty) {
                throw new IllegalArgumentException("band " + band + " of " + bands + " is narrower than a bin of the "
                        + stft.fftSize() + "-point DFT: take fewer bands or a longer DFT");
            }
        }
    }

    /** The weight of a frequency in a band: 0 outside and at both edges, largest at its centre. */
    double weight(int band, double hz) {
        double low = edgeHz(band);
        double centre = edgeHz(band + 1);
        double high = edgeHz(band + 2);
        double height = Math.max(0, Math.min((hz - low) / (centre - low), (high - hz) / (high - centre)));
        return norm == Norm.SLANEY ? height * 2 / (high - low) : height;
    }

    /** The weights of some DFT bins in every band, row-major [bands, bins]; 0 where {@link SpectrumGraph#NO_BIN} stands. */
    float[] weights(Stft stft, List<Integer> bins) {
        float[] weights = new float[bands * bins.size()];
        int place = 0;
        for (int band = 0; band < bands; band++) {
            for (int bin : bins) {
                weights[place++] = bin == SpectrumGraph.NO_BIN ? 0 : (float) weight(band, stft.binHz(bin));
            }
        }
        return weights;
    }

    /** Edge {@code i} of bands + 2 edges, equally spaced in mel: a band reaches from its own to the next but one. */
    private double edgeHz(int i) {
        double low = scale.mel(minHz);
        return scale.hz(low + i * (scale.mel(maxHz) - low) / (bands + 1));
    }
}
