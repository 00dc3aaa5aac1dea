package dev.hearken.lab.synthesis;

import dev.hearken.core.audio.Waveform;
import dev.hearken.store.catalogue.Catalogue;
import dev.hearken.store.catalogue.SpokenText;
import dev.hearken.store.database.StoreException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Carries out plans: a few voices speak at once, and what was said before comes from the catalogue.
 *
 * <p>A voice that fails costs its lines, an engine that goes on failing is asked no more, and neither stops anything. What came
 * of a plan does not depend on the number of voices that speak at once, nor on what had been said before.
 */
public final class SpeechStudio {
    /** Lines of one voice that are one piece of work: enough to pay for its start, few enough to share the work. */
    private static final int LINES_OF_A_PART = 25;

    private final Catalogue catalogue;
    private final int atOnce;

    /**
     * @param catalogue where clips are looked for and kept
     * @param atOnce how many voices may speak at once, at least 1
     */
    public SpeechStudio(Catalogue catalogue, int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("at least one voice must speak, got " + atOnce);
        }
        this.catalogue = catalogue;
        this.atOnce = atOnce;
    }

    /**
     * Fills a bucket with clips that exist and clips said anew, as {@link SpeechOrder} says. What engines could not say is said
     * by those that could.
     *
     * @param afterwards as in {@link #record}
     * @param progress told now and then how many lines are done; what it throws ends the work
     */
    public SpeechSession fill(SpeechOrder order, UnaryOperator<Waveform> afterwards, IntConsumer progress)
            throws InterruptedException {
        SpeechSession first = record(order.plan(existing(order)), afterwards, progress);
        int missing = order.clips() - first.clips().size();
        Set<String> able =
                first.clips().stream().map(clip -> clip.voice().engine()).collect(Collectors.toSet());
        List<Voice> left = order.voices().stream()
                .filter(voice -> able.contains(voice.engine()))
                .toList();
        return missing == 0 || left.isEmpty()
                ? first
                : first.with(record(
                        order.again(missing, left).plan(List.of()),
                        afterwards,
                        lines -> progress.accept(first.clips().size() + lines)));
    }

    /**
     * Has a plan spoken.
     *
     * @param afterwards what is done to each clip, as {@code SilenceTrim.STANDARD::trim} or a resampling; the catalogue holds
     *     clips without it
     * @throws StoreException if the catalogue cannot be read or written
     * @throws InterruptedException if the thread is interrupted; programs that run are ended
     */
    public SpeechSession record(SpeechPlan plan, UnaryOperator<Waveform> afterwards) throws InterruptedException {
        return record(plan, afterwards, lines -> {});
    }

    private SpeechSession record(SpeechPlan plan, UnaryOperator<Waveform> afterwards, IntConsumer progress)
            throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            SpeechTakes takes = new SpeechTakes(plan, catalogue, afterwards, new EngineHealth());
            List<Future<List<SpeechTakes.Take>>> parts = new ArrayList<>();
            for (List<Integer> part : parts(plan)) {
                parts.add(workers.submit(() -> takes.of(part)));
            }
            return session(plan, parts, progress);
        } finally {
            workers.shutdownNow();
        }
    }

    /** What of an order has been said, by the voices it names as they are today. */
    private List<SpeechPlan.Line> existing(SpeechOrder order) {
        Map<String, Voice> voices =
                order.voices().stream().collect(Collectors.toMap(Voice::id, Function.identity(), (one, same) -> one));
        List<SpokenText> texts = order.texts().stream().map(SpokenText::new).toList();
        return catalogue.saying(texts).stream()
                .flatMap(clip -> Optional.ofNullable(voices.get(clip.key().voice()))
                        .flatMap(voice -> SpeechKey.utterance(voice, clip.key())
                                .map(utterance -> new SpeechPlan.Line(order.label(), voice, utterance)))
                        .stream())
                .toList();
    }

    /** The indices of a plan's lines, those of one voice together, in parts of bounded size. */
    private static List<List<Integer>> parts(SpeechPlan plan) {
        Map<String, List<Integer>> byVoice = new LinkedHashMap<>();
        for (int i = 0; i < plan.lines().size(); i++) {
            byVoice.computeIfAbsent(plan.lines().get(i).voice().id(), id -> new ArrayList<>())
                    .add(i);
        }
        List<List<Integer>> parts = new ArrayList<>();
        for (List<Integer> indices : byVoice.values()) {
            for (int from = 0; from < indices.size(); from += LINES_OF_A_PART) {
                parts.add(indices.subList(from, Math.min(indices.size(), from + LINES_OF_A_PART)));
            }
        }
        return parts;
    }

    private static SpeechSession session(
            SpeechPlan plan, List<Future<List<SpeechTakes.Take>>> parts, IntConsumer progress)
            throws InterruptedException {
        Speech[] speeches = new Speech[plan.lines().size()];
        int done = 0;
        int reused = 0;
        double reusedSeconds = 0;
        for (Future<List<SpeechTakes.Take>> part : parts) {
            for (SpeechTakes.Take take : result(part)) {
                speeches[take.index()] = take.speech();
                if (take.reused() && take.speech() instanceof Spoken spoken) {
                    reused++;
                    reusedSeconds += spoken.waveform().durationSeconds();
                }
                done++;
            }
            progress.accept(done);
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
        return new SpeechSession(clips, skips, new SpeechSession.Reused(reused, reusedSeconds));
    }

    private static List<SpeechTakes.Take> result(Future<List<SpeechTakes.Take>> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreException store) {
                throw store;
            }
            throw new IllegalStateException("a voice, or what is done afterwards, threw", e.getCause());
        }
    }
}
