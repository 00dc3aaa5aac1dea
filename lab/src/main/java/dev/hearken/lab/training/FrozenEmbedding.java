package dev.hearken.lab.training;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.EmbeddingMel;
import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.features.Features;
import dev.hearken.core.features.SpeechEmbedding;
import dev.hearken.core.features.SpeechEmbeddingWeights;
import java.util.List;

/**
 * The teacher: the speech embedding as released, at its end and at the tap where recipes listen early, and the spectrogram before it.
 *
 * <p>Safe for use by many threads; holds native memory until closed.
 */
public final class FrozenEmbedding implements AutoCloseable {
    /** Samples to the next frame of the embedding's end. */
    static final int HOP_SAMPLES = 1280;

    /** The tap's frames come twice as often. */
    static final int TAP_FRAMES_A_HOP = 2;

    private final FeatureExtractor mel = FeatureExtractor.of(new EmbeddingMel());
    private final FeatureExtractor tap;
    private final FeatureExtractor end;

    /** The teacher with these weights. */
    public FrozenEmbedding(SpeechEmbeddingWeights weights) {
        tap = FeatureExtractor.of(new SpeechEmbedding(weights, SpeechEmbedding.SOUND_LAYERS));
        end = FeatureExtractor.of(new SpeechEmbedding(weights, SpeechEmbeddingWeights.LAYERS));
    }

    /** A recording with its embeddings, computed once. */
    public EmbeddedClip embed(Waveform clip) {
        return new EmbeddedClip(
                clip, tap.extract(clip).toArray(), end.extract(clip).toArray());
    }

    /** The spectrograms of windows of one length. */
    Frames spectrograms(List<Waveform> windows) {
        Frames all = new Frames(windows.size(), shape(mel, windows.get(0).length()));
        int row = 0;
        for (Features features : mel.extractAll(windows)) {
            all.fill(row++, features.toArray(), 0);
        }
        return all;
    }

    /** The shape of the embeddings of a window at the tap. */
    FeatureShape tapShape(int samples) {
        return shape(tap, samples);
    }

    /** The same at the end. */
    FeatureShape endShape(int samples) {
        return shape(end, samples);
    }

    private static FeatureShape shape(FeatureExtractor extractor, int samples) {
        return new FeatureShape(
                extractor.frontEnd().frames(samples), extractor.frontEnd().channels());
    }

    @Override
    public void close() {
        mel.close();
        tap.close();
        end.close();
    }
}
