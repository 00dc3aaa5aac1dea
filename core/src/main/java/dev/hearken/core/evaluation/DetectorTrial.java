package dev.hearken.core.evaluation;

import dev.hearken.core.audio.Resampler;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.streaming.Detector;
import dev.hearken.core.streaming.DetectorPool;
import dev.hearken.core.streaming.Hop;
import dev.hearken.core.task.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Plays recordings to a detector as streams, and writes down what it says of one label.
 *
 * <p>Safe for use by many threads.
 */
public final class DetectorTrial {
    /** How long after a clip its event still counts as heard, as in the public wake-word benchmark. */
    public static final double GRACE_SECONDS = 0.5;

    private static final int HOPS_A_BLOCK = 64;

    private final DetectorPool pool;
    private final ModelMetadata metadata;
    private final int label;
    private final Optional<NoiseBed> noise;

    /**
     * A trial of one label.
     *
     * @param noise to put under events, if any
     * @throws IllegalArgumentException if the model has no such label
     */
    public DetectorTrial(DetectorPool pool, Label label, Optional<NoiseBed> noise) {
        this.pool = pool;
        this.metadata = pool.model().metadata();
        this.label = metadata.labels().indexOf(label);
        this.noise = noise;
        if (this.label < 0) {
            throw new IllegalArgumentException(
                    label + " is not one of " + metadata.labels().names());
        }
    }

    /**
     * A clip of one event, after a window of silence or noise and before half a second of it.
     *
     * @param seed that the noise is drawn by
     */
    public EventScores event(Waveform clip, long seed) {
        Waveform said = Resampler.resample(clip, metadata.sampleRateHz());
        int from = metadata.windowSamples();
        int to = from + said.length();
        int grace = (int) (GRACE_SECONDS * metadata.sampleRateHz());
        float[] stream = said.window(-from, said.length() + grace).toArray();
        noise.ifPresent(bed -> bed.addTo(stream, from, to, seed));
        double end = from + SoundLevel.lastActiveSample(said);
        return around(probabilities(Waveform.of(stream, metadata.sampleRateHz())), from, to, end);
    }

    /**
     * What was said around an event in a stream.
     *
     * @param all the label's probabilities along the stream
     * @param from the sample where the event begins, at the model's rate
     * @param to where it ends; half a second more counts
     * @param saidTo where what was said ends, from which latency counts
     */
    EventScores around(float[] all, int from, int to, double saidTo) {
        int hop = metadata.hopSamples();
        int grace = (int) (GRACE_SECONDS * metadata.sampleRateHz());
        // Hop i ends at sample (i + 1) * hop; those count that end inside the event or half a second behind it.
        int first = from / hop;
        int last = Math.min(all.length, (to + grace) / hop);
        return new EventScores(
                Arrays.copyOfRange(all, first, last),
                ((first + 1.0) * hop - saidTo) / metadata.sampleRateHz(),
                (double) hop / metadata.sampleRateHz());
    }

    /** A mixed stream: its event, and the stream before it as one without. */
    public Heard piece(WakeWordMix.Piece piece) {
        float[] all = probabilities(piece.sound());
        Waveform keyword = piece.sound().window(piece.keywordFrom(), piece.keywordTo());
        double saidTo = piece.keywordFrom() + SoundLevel.lastActiveSample(keyword);
        EventScores event = around(all, piece.keywordFrom(), piece.keywordTo(), saidTo);
        float[] before = Arrays.copyOf(all, piece.keywordFrom() / metadata.hopSamples());
        return new Heard(event, before, (double) piece.keywordFrom() / metadata.sampleRateHz());
    }

    /** What was said of a mixed stream: around its event, and in all the seconds before it. */
    public static final class Heard {
        private final EventScores event;
        private final float[] before;
        private final double secondsBefore;

        private Heard(EventScores event, float[] before, double secondsBefore) {
            this.event = event;
            this.before = before;
            this.secondsBefore = secondsBefore;
        }

        /** What was said around the event. */
        public EventScores event() {
            return event;
        }

        /** Counts both. */
        public void addTo(DetectionScores scores) {
            scores.addPositive(event.probabilities());
            scores.addNegative(before, secondsBefore);
        }
    }

    /** The label's probabilities all along a recording and half a second of silence behind it, one a hop. */
    public float[] probabilities(Waveform recording) {
        Waveform sound = Resampler.resample(recording, metadata.sampleRateHz());
        Detector detector = pool.detector(metadata.sampleRateHz());
        List<Hop> hops = new ArrayList<>();
        int block = HOPS_A_BLOCK * metadata.hopSamples();
        for (int from = 0; from < sound.length(); from += block) {
            int to = Math.min(sound.length(), from + block);
            hops.addAll(detector.push(sound.window(from, to).toArray()));
        }
        hops.addAll(detector.flush());
        float[] probabilities = new float[hops.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = hops.get(i).posteriors().toArray()[label];
        }
        return probabilities;
    }
}
