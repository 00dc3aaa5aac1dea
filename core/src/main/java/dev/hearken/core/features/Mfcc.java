package dev.hearken.core.features;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import java.util.List;

/**
 * Mel-frequency cepstral coefficients: the log-mel spectrum of each frame, rotated by an orthonormal cosine transform so that the first
 * coefficients hold its coarse shape.
 *
 * <p>From samples in [-1, 1] of shape [batch, samples] it makes [batch, frames, coefficients]. Coefficient 0 is the sum of the log
 * levels divided by the square root of their number.
 *
 * <p>Reference: {@code librosa.feature.mfcc(S=logmel, n_mfcc=coefficients, dct_type=2, norm="ortho", lifter=0)}. Davis, S. and
 * Mermelstein, P.: Comparison of parametric representations for monosyllabic word recognition, IEEE Trans. ASSP 28 (1980).
 *
 * @param logMel the spectrum that is transformed
 * @param coefficients how many are kept, 1 to the number of mel bands
 */
public record Mfcc(LogMel logMel, int coefficients) implements FrontEnd {
    /** @throws IllegalArgumentException if there are no coefficients, or more than mel bands */
    public Mfcc {
        if (coefficients < 1 || coefficients > logMel.channels()) {
            throw new IllegalArgumentException(
                    "coefficients must be 1 to " + logMel.channels() + ", got " + coefficients);
        }
    }

    /**
     * 16 kHz, 25 ms windows each 10 ms, 40 coefficients of 64 bands from 20 to 7,600 Hz in decibels: the number of coefficients of the
     * reference keyword spotter, on the frames of {@link LogMel#speech16k()}.
     */
    public static Mfcc keywords16k() {
        LogMel speech = LogMel.speech16k();
        MelBank bank = MelBank.slaney(64, speech.bank().minHz(), speech.bank().maxHz());
        return new Mfcc(new LogMel(speech.stft(), bank, LogMel.Spectrum.POWER, LogScale.decibels(1e-10f)), 40);
    }

    @Override
    public int sampleRateHz() {
        return logMel.sampleRateHz();
    }

    @Override
    public int channels() {
        return coefficients;
    }

    @Override
    public FrameGrid grid() {
        return logMel.grid();
    }

    @Override
    public int frames(int samples) {
        return logMel.frames(samples);
    }

    @Override
    public String appendTo(GraphBuilder graph, String audio) {
        String levels = logMel.appendBandsFirst(graph, audio);
        String cepstrum = appendCepstrum(graph, levels, coefficients, logMel.channels());
        return graph.node("Transpose", List.of(cepstrum), Attribute.ofInts("perm", 0, 2, 1));
    }

    /** The first coefficients of levels of shape [batch, bands, frames]: [batch, coefficients, frames]. */
    static String appendCepstrum(GraphBuilder graph, String levels, int coefficients, int bands) {
        String transform = graph.constant("cosine_transform", cosines(coefficients, bands), coefficients, bands);
        return graph.node("MatMul", List.of(transform, levels));
    }

    /** The orthonormal DCT-II, [coefficients, bands]. */
    private static float[] cosines(int coefficients, int bands) {
        float[] cosines = new float[coefficients * bands];
        for (int k = 0; k < coefficients; k++) {
            double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / bands);
            for (int band = 0; band < bands; band++) {
                cosines[k * bands + band] = (float) (scale * Math.cos(Math.PI * k * (2 * band + 1) / (2.0 * bands)));
            }
        }
        return cosines;
    }
}
