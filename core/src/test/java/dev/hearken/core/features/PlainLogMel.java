package dev.hearken.core.features;

import dev.hearken.core.audio.Waveform;

/** The log-mel spectrogram computed the plain way, in double precision: pad, cut, weight, transform bin by bin, sum up. */
final class PlainLogMel {
    private PlainLogMel() {}

    /** Row-major, shape [frames, bands]. */
    static float[] of(LogMel logMel, Waveform waveform) {
        Stft stft = logMel.stft();
        int bands = logMel.channels();
        int frames = logMel.frames(waveform.length());
        float[] values = new float[frames * bands];
        for (int frame = 0; frame < frames; frame++) {
            double[] spectrum = spectrum(logMel, waveform, (int) stft.grid().start(frame));
            for (int band = 0; band < bands; band++) {
                double sum = 0;
                for (int bin = 0; bin < spectrum.length; bin++) {
                    sum += logMel.bank().weight(band, stft.binHz(bin)) * spectrum[bin];
                }
                values[frame * bands + band] =
                        (float) Math.log(Math.max(sum, logMel.log().floor()));
            }
        }
        return values;
    }

    private static double[] spectrum(LogMel logMel, Waveform waveform, int start) {
        Stft stft = logMel.stft();
        int before = (stft.fftSize() - stft.windowSamples()) / 2;
        double[] spectrum = new double[stft.fftSize() / 2 + 1];
        for (int bin = 0; bin < spectrum.length; bin++) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < stft.windowSamples(); i++) {
                double sample = stft.hann(i) * sample(stft, waveform, start + before + i);
                double angle = 2 * Math.PI * bin * i / stft.fftSize();
                real += sample * Math.cos(angle);
                imaginary -= sample * Math.sin(angle);
            }
            double power = real * real + imaginary * imaginary;
            spectrum[bin] = logMel.spectrum() == LogMel.Spectrum.POWER ? power : Math.sqrt(power);
        }
        return spectrum;
    }

    private static double sample(Stft stft, Waveform waveform, int index) {
        int last = waveform.length() - 1;
        if (index >= 0 && index <= last) {
            return waveform.sample(index);
        }
        return stft.padding() == Padding.REFLECT ? waveform.sample(index < 0 ? -index : 2 * last - index) : 0;
    }
}
