package dev.hearken.server.datasets;

import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Resampler;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.ClipStatistics;
import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.features.Features;
import dev.hearken.core.features.FrontEnd;
import dev.hearken.core.features.SpeechEmbedding;
import dev.hearken.core.features.SpeechEmbeddingWeights;
import dev.hearken.store.catalogue.ProjectClip;
import dev.hearken.store.catalogue.ProjectClips;
import jakarta.annotation.PreDestroy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Recordings as points in a space: what the speech embedding makes of each, and its named statistics.
 *
 * <p>A sound never changes, so what was computed is remembered, by content, for the clips looked at last.
 */
@Lazy // its networks take a second to load, and most servers are never asked for a map
@Component
class ClipVectors {
    /** The names of {@link #statistics}. */
    static final ClipStatistics STATISTICS = ClipStatistics.reference();

    private static final SpeechEmbedding EMBEDDING = SpeechEmbedding.robust(SpeechEmbeddingWeights.LAYERS);
    private static final double HEARD_SECONDS = 10;
    private static final double SILENCE_SECONDS = 0.5;
    private static final int REMEMBERED = 20_000;

    private final ProjectClips clips;
    private final FeatureExtractor embedding = FeatureExtractor.of(EMBEDDING);
    private final FeatureExtractor statistics = FeatureExtractor.of(STATISTICS);
    private final Map<String, float[]> embeddings = remembering();
    private final Map<String, float[]> known = remembering();

    ClipVectors(ProjectClips clips) {
        this.clips = clips;
    }

    /** Mean and standard deviation over time of the embedding's channels, [2 channels], with silence around so that a short clip has a time too. */
    float[] embedding(ProjectClip clip) {
        return remembered(embeddings, clip, () -> pooled(extract(clip, embedding, SILENCE_SECONDS)));
    }

    /** One number for each of the statistics' names. */
    float[] statistics(ProjectClip clip) {
        return remembered(known, clip, () -> extract(clip, statistics, 0).toArray());
    }

    @PreDestroy
    void close() {
        embedding.close();
        statistics.close();
    }

    private static float[] remembered(Map<String, float[]> memory, ProjectClip clip, Supplier<float[]> compute) {
        float[] vector = memory.get(clip.sha256());
        if (vector == null) {
            vector = compute.get();
            memory.put(clip.sha256(), vector);
        }
        return vector;
    }

    private Features extract(ProjectClip clip, FeatureExtractor extractor, double aroundSeconds) {
        FrontEnd frontEnd = extractor.frontEnd();
        Waveform heard = sound(clip);
        int most = (int) Math.min(heard.length(), Math.round(HEARD_SECONDS * heard.sampleRateHz()));
        int around = (int) Math.round(aroundSeconds * heard.sampleRateHz());
        Waveform resampled = Resampler.resample(heard.window(-around, most + around), frontEnd.sampleRateHz());
        int least = frontEnd.grid().windowSamples();
        return extractor.extract(resampled.length() < least ? resampled.window(0, least) : resampled);
    }

    private Waveform sound(ProjectClip clip) {
        // What is kept was decoded when it came; a file that was damaged since is as good as silence here.
        return clips.reader().read(clips.file(clip)) instanceof Decoded decoded
                ? decoded.waveform()
                : Waveform.of(new float[EMBEDDING.grid().windowSamples()], EMBEDDING.sampleRateHz());
    }

    private static float[] pooled(Features features) {
        float[] pooled = new float[2 * features.channels()];
        for (int channel = 0; channel < features.channels(); channel++) {
            double sum = 0;
            double squares = 0;
            for (int frame = 0; frame < features.frames(); frame++) {
                double value = features.value(frame, channel);
                sum += value;
                squares += value * value;
            }
            double mean = sum / features.frames();
            pooled[channel] = (float) mean;
            pooled[features.channels() + channel] =
                    (float) Math.sqrt(Math.max(0, squares / features.frames() - mean * mean));
        }
        return pooled;
    }

    private static Map<String, float[]> remembering() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
                return size() > REMEMBERED;
            }
        });
    }
}
