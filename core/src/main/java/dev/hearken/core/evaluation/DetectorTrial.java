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
        float[] all = probabilities(Waveform.of(stream, metadata.sampleRateHz()));
        int hop = metadata.hopSamples();
        // Hop i ends at sample (i + 1) * hop; those count that end inside the clip or half a second behind it.
        int first = from / hop;
        int last = Math.min(all.length, (to + grace) / hop);
        double end = from + SoundLevel.lastActiveSample(said);
        return new EventScores(
                Arrays.copyOfRange(all, first, last),
                ((first + 1.0) * hop - end) / metadata.sampleRateHz(),
                (double) hop / metadata.sampleRateHz());
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
