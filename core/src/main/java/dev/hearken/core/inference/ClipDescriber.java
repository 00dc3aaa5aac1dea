package dev.hearken.core.inference;

import dev.hearken.core.audio.Resampler;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.ClipStatistics;
import dev.hearken.core.features.ClipWindow;
import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.model.ModelMetadata;
import java.util.List;
import java.util.Set;

/**
 * The named statistics of what a model hears of a clip: of the window it listens to, at its sample rate, and never of its padding.
 *
 * <p>Safe for use by many threads at once; holds native memory until closed.
 */
public final class ClipDescriber implements AutoCloseable {
    private static final ClipStatistics STATISTICS =
            new ClipStatistics(ClipStatistics.REFERENCE_RATE_HZ, Set.of(ClipStatistics.Extra.TEMPO));

    private final int sampleRateHz;
    private final ClipWindow window;
    private final FeatureExtractor extractor = FeatureExtractor.of(STATISTICS);

    /** For a model that says this of itself. */
    public ClipDescriber(ModelMetadata model) {
        this.sampleRateHz = model.sampleRateHz();
        this.window = new ClipWindow(model.windowSamples(), model.hopSamples());
    }

    /** What the values of {@link #describe} are called, in order: the names of {@link ClipStatistics}. */
    public static List<String> names() {
        return STATISTICS.names();
    }

    /** The statistics of a clip of any length and sample rate, in the order of {@link #names}. */
    public double[] describe(Waveform clip) {
        Waveform audio = Resampler.resample(clip, sampleRateHz);
        Waveform heard = audio.length() > window.samples() ? window.fit(audio) : audio;
        float[] values = extractor
                .extract(longEnough(Resampler.resample(heard, STATISTICS.sampleRateHz())))
                .toArray();
        double[] described = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            described[i] = values[i];
        }
        return described;
    }

    @Override
    public void close() {
        extractor.close();
    }

    /** With zeros behind it, which count for nothing, if it is shorter than one frame. */
    private static Waveform longEnough(Waveform clip) {
        int samples = STATISTICS.grid().windowSamples();
        return clip.length() < samples ? clip.window(0, samples) : clip;
    }
}
