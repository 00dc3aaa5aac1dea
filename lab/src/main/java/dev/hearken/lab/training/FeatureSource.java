package dev.hearken.lab.training;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.ClipWindow;
import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.features.FrontEnd;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the features of clips as the exported graph will: the window first, then the front end.
 *
 * <p>Safe for use by many threads. Close it to close the front end's session.
 */
public final class FeatureSource implements AutoCloseable {
    private final ClipWindow window;
    private final FeatureExtractor extractor;
    private final FeatureShape shape;

    /** The features a network sees of one window. */
    public FeatureSource(ClipWindow window, FrontEnd frontEnd) {
        this.window = window;
        this.extractor = FeatureExtractor.of(frontEnd);
        this.shape = new FeatureShape(frontEnd.frames(window.samples()), frontEnd.channels());
    }

    /** The lengths of one clip's features. */
    public FeatureShape shape() {
        return shape;
    }

    ClipWindow window() {
        return window;
    }

    /** The features of a clip of any length, shape [frames, channels]. */
    float[] of(Waveform clip) {
        return extractor.extract(window.fit(clip)).toArray();
    }

    /** The features of clips as they are, in order, with the right answer as target. */
    public List<Batch> batches(List<TrainingClip> clips, int labels, int batchSize) {
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < clips.size(); from += batchSize) {
            List<TrainingClip> part = clips.subList(from, Math.min(from + batchSize, clips.size()));
            float[] features = new float[part.size() * shape.size()];
            float[] targets = new float[part.size() * labels];
            for (int row = 0; row < part.size(); row++) {
                System.arraycopy(of(part.get(row).waveform()), 0, features, row * shape.size(), shape.size());
                targets[row * labels + part.get(row).label()] = 1;
            }
            batches.add(new Batch(features, targets, part.size(), shape));
        }
        return batches;
    }

    @Override
    public void close() {
        extractor.close();
    }
}
