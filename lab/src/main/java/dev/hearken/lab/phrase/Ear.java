package dev.hearken.lab.phrase;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.features.SpeechEmbedding;
import dev.hearken.core.features.SpeechEmbeddingWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What detectors listen through: the robust speech embedding, frozen, on all cores.
 *
 * <p>Holds native memory until closed.
 */
final class Ear implements AutoCloseable {
    static final SpeechEmbedding EMBEDDING = SpeechEmbedding.robust(SpeechEmbeddingWeights.LAYERS);
    static final int RATE_HZ = EMBEDDING.sampleRateHz();
    static final int CHANNELS = EMBEDDING.channels();
    private static final int TELL_EVERY = 50;
    static final int HOP_SAMPLES = EMBEDDING.grid().hopSamples();

    private final PhraseProgress progress;
    private final FeatureExtractor extractor = FeatureExtractor.of(EMBEDDING);
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                Thread thread = new Thread(task, "hearken-ear");
                thread.setDaemon(true);
                return thread;
            });

    Ear(PhraseProgress progress) {
        this.progress = progress;
    }

    /** How many samples so many frames look at. */
    static int samples(int frames) {
        return EMBEDDING.grid().samplesFor(frames);
    }

    /** The frames of one sound, row-major [frames, channels]; none if it is too short for one. */
    float[] hear(Waveform sound) {
        return EMBEDDING.frames(sound.length()) == 0
                ? new float[0]
                : extractor.extract(sound).toArray();
    }

    /** Does pieces of work on all cores; the results in the order of the pieces. */
    <T> List<T> all(List<? extends Callable<T>> work) {
        try {
            List<Future<T>> futures =
                    work.stream().<Future<T>>map(threads::submit).toList();
            List<T> results = new ArrayList<>(futures.size());
            for (Future<T> future : futures) {
                results.add(future.get());
                if (results.size() % TELL_EVERY == 0) {
                    progress.step("sounds heard", results.size(), work.size());
                }
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while listening");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a sound could not be heard", failed.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            // What is native must not go while a thread is in it; a piece of work takes a second at most.
            if (threads.awaitTermination(1, TimeUnit.MINUTES)) {
                extractor.close();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
