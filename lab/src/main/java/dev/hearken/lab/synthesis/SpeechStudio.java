package dev.hearken.lab.synthesis;

import dev.hearken.core.audio.Waveform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/**
 * Carries out plans: a few voices speak at once, and what was said before comes from the cache.
 *
 * <p>A voice that fails costs its lines and nothing else. The result does not depend on the number of voices that
 * speak at once, nor on what was cached.
 */
public final class SpeechStudio {
    /** Lines a voice says at a time: enough to pay for the start of a slow engine, few enough to share the work. */
    private static final int LINES_AT_A_TIME = 25;

    private final SpeechCache cache;
    private final int atOnce;

    /**
     * @param cacheFolder where clips are kept, made if absent
     * @param atOnce how many speech programs may run at once, at least 1
     */
    public SpeechStudio(Path cacheFolder, int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("at least one program must run, got " + atOnce);
        }
        cache = new SpeechCache(cacheFolder);
        this.atOnce = atOnce;
    }

    /**
     * Has a plan spoken.
     *
     * @param afterwards what is done to each clip, as {@code SilenceTrim.STANDARD::trim} or a resampling; the cache holds
     *     clips without it
     * @throws UncheckedIOException if the cache cannot be written
     * @throws InterruptedException if the thread is interrupted; programs that run are ended
     */
    public SpeechSession record(SpeechPlan plan, UnaryOperator<Waveform> afterwards) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<List<Take>>> parts = new ArrayList<>();
            for (List<Integer> part : parts(plan)) {
                parts.add(workers.submit(() -> takes(plan, part, afterwards)));
            }
            return session(plan, parts);
        } finally {
            workers.shutdownNow();
        }
    }

    /** What became of the line at an index of the plan. */
    private record Take(int index, Speech speech, boolean cached) {}

    /** The indices of a plan's lines, those of one voice together, in parts of bounded size. */
    private static List<List<Integer>> parts(SpeechPlan plan) {
        Map<String, List<Integer>> byVoice = new LinkedHashMap<>();
        for (int i = 0; i < plan.lines().size(); i++) {
            byVoice.computeIfAbsent(plan.lines().get(i).voice().id(), id -> new ArrayList<>())
                    .add(i);
        }
        List<List<Integer>> parts = new ArrayList<>();
        for (List<Integer> indices : byVoice.values()) {
            for (int from = 0; from < indices.size(); from += LINES_AT_A_TIME) {
                parts.add(indices.subList(from, Math.min(indices.size(), from + LINES_AT_A_TIME)));
            }
        }
        return parts;
    }

    /** Has the lines at these indices, all of one voice, from the cache or spoken. */
    private List<Take> takes(SpeechPlan plan, List<Integer> indices, UnaryOperator<Waveform> afterwards)
            throws IOException {
        List<Take> takes = new ArrayList<>();
        List<Integer> unsaid = new ArrayList<>();
        for (int index : indices) {
            SpeechPlan.Line line = plan.lines().get(index);
            Optional<Waveform> kept = cache.find(line.voice(), line.utterance());
            kept.ifPresentOrElse(
                    waveform -> takes.add(new Take(index, new Spoken(afterwards.apply(waveform)), true)),
                    () -> unsaid.add(index));
        }
        if (unsaid.isEmpty()) {
            return takes;
        }
        Voice voice = plan.lines().get(unsaid.get(0)).voice();
        List<Speech> speeches = voice.speakAll(
                unsaid.stream().map(i -> plan.lines().get(i).utterance()).toList());
        for (int i = 0; i < unsaid.size(); i++) {
            int index = unsaid.get(i);
            takes.add(new Take(index, kept(plan.lines().get(index), speeches.get(i), afterwards), false));
        }
        return takes;
    }

    private Speech kept(SpeechPlan.Line line, Speech speech, UnaryOperator<Waveform> afterwards) throws IOException {
        if (speech instanceof Spoken spoken) {
            cache.keep(line.voice(), line.utterance(), spoken.waveform());
            return new Spoken(afterwards.apply(spoken.waveform()));
        }
        return speech;
    }

    private static SpeechSession session(SpeechPlan plan, List<Future<List<Take>>> parts) throws InterruptedException {
        Speech[] speeches = new Speech[plan.lines().size()];
        int fromCache = 0;
        for (Future<List<Take>> part : parts) {
            for (Take take : result(part)) {
                speeches[take.index] = take.speech;
                fromCache += take.cached ? 1 : 0;
            }
        }
        List<LabelledSpeech> clips = new ArrayList<>();
        List<SpeechSession.SkippedLine> skips = new ArrayList<>();
        for (int i = 0; i < speeches.length; i++) {
            SpeechPlan.Line line = plan.lines().get(i);
            if (speeches[i] instanceof Spoken spoken) {
                clips.add(new LabelledSpeech(line.label(), spoken.waveform(), line.voice(), line.utterance()));
            } else if (speeches[i] instanceof Skipped skipped) {
                skips.add(new SpeechSession.SkippedLine(line, skipped));
            }
        }
        return new SpeechSession(clips, skips, fromCache);
    }

    private static List<Take> result(Future<List<Take>> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cacheFailed
                    ? new UncheckedIOException("the cache of clips cannot be written", cacheFailed)
                    : new IllegalStateException("a voice, or what is done afterwards, threw", e.getCause());
        }
    }
}
