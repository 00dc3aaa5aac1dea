package dev.hearken.lab.training;

import dev.hearken.core.audio.Waveform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;

/**
 * Disturbed windows with clean embeddings, made ahead on other threads.
 *
 * <p>What a step sees depends on the seed and the step alone, never on the threads or on where training was taken up.
 */
public final class BackboneExamples implements AutoCloseable {
    private static final int BATCHES_AHEAD = 6;

    private final Disturbed speech;
    private final Disturbed sounds;
    private final FrozenEmbedding teacher;
    private final BackboneSettings settings;
    private final long seed;
    private final int[] firstWindows;
    private final ExecutorService executor;

    /**
     * @param sounds what is not speech
     * @param threads how many make batches ahead
     */
    public BackboneExamples(
            Disturbed speech,
            Disturbed sounds,
            FrozenEmbedding teacher,
            BackboneSettings settings,
            long seed,
            int threads) {
        this.speech = speech;
        this.sounds = sounds;
        this.teacher = teacher;
        this.settings = settings;
        this.seed = seed;
        this.firstWindows = firstWindows(speech.clips(), settings.windowSamples());
        this.executor = Ahead.threads(threads);
    }

    /** How far each value of the clean speech's embeddings strays. */
    public BackboneScale scale() {
        return BackboneScale.of(
                speech.clips(),
                teacher.tapShape(settings.windowSamples()).channels(),
                teacher.endShape(settings.windowSamples()).channels());
    }

    /** The batches from a step on, without an end. */
    Iterator<BackboneBatch> from(int firstStep) {
        return new Ahead<>(executor, BATCHES_AHEAD, firstStep, Integer.MAX_VALUE, this::batch);
    }

    /** The first batches, to measure by. */
    public List<BackboneBatch> first(int batches) {
        List<BackboneBatch> first = new ArrayList<>();
        for (int step = 0; step < batches; step++) {
            first.add(batch(step));
        }
        return first;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private BackboneBatch batch(int step) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + step);
        int samples = settings.windowSamples();
        Frames tap = new Frames(settings.batchSize(), teacher.tapShape(samples));
        Frames end = new Frames(settings.batchSize(), teacher.endShape(samples));
        List<Waveform> windows = new ArrayList<>();
        for (int row = 0; row < settings.batchSize(); row++) {
            boolean isSpeech = random.nextDouble() >= settings.soundShare();
            Disturbed kind = isSpeech ? speech : sounds;
            int drawn = isSpeech
                    ? clipOfWindow(random)
                    : random.nextInt(kind.clips().size());
            EmbeddedClip clip = kind.clips().get(drawn);
            int window = random.nextInt(clip.windows(samples));
            clip.fill(window, tap, end, row);
            windows.add(kind.disturbance().apply(clip.window(window, samples), random));
        }
        return new BackboneBatch(settings.batchSize(), teacher.spectrograms(windows), tap, end);
    }

    /** A clip of speech, drawn by its length: every second of speech is seen about equally often. */
    private int clipOfWindow(RandomGenerator random) {
        int found = Arrays.binarySearch(firstWindows, random.nextInt(firstWindows[firstWindows.length - 1]));
        return found >= 0 ? found : -found - 2;
    }

    /** How many windows there are before each clip, and in all. */
    private static int[] firstWindows(List<EmbeddedClip> clips, int samples) {
        // A window's worth of frames more for each clip, or the starts of short clips would hardly be drawn.
        int share = samples / FrozenEmbedding.HOP_SAMPLES;
        int[] first = new int[clips.size() + 1];
        for (int i = 0; i < clips.size(); i++) {
            if (clips.get(i).windows(samples) == 0) {
                throw new IllegalArgumentException("a clip is shorter than the window");
            }
            first[i + 1] = first[i] + clips.get(i).windows(samples) + share;
        }
        return first;
    }
}
