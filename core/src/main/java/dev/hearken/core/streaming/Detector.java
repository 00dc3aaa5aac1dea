package dev.hearken.core.streaming;

import dev.hearken.core.audio.StreamResampler;
import dev.hearken.core.inference.Posteriors;
import dev.hearken.core.model.ModelMetadata;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One stream being listened to: blocks of any size at one sample rate in, a {@link Hop} each {@code hopSamples} out.
 *
 * <pre>{@code
 * try (DetectorPool pool = DetectorPool.open(ModelFile.read(Path.of("hey-computer.onnx")))) {
 *     Detector detector = pool.detector(48_000);
 *     for (float[] block : microphone) {
 *         detector.push(block).forEach(hop -> hop.detection().ifPresent(System.out::println));
 *     }
 * }
 * }</pre>
 *
 * <p>The stream counts as coming after silence, so that it is heard from its first sample on: hop {@code i} is about the window that ends at
 * sample {@code (i + 1) * hopSamples} of the model's rate. Samples that are no numbers are taken for 0, and those beyond 2^31 for that.
 * For one thread at a time.
 */
public final class Detector implements StreamListener {
    /** How much silence ends a stream, so that what was said last has its place in a window as it would have had. */
    private static final double FLUSH_SECONDS = 0.5;

    /** What files may hold at most too; the sum of its squares stays inside float32. */
    private static final float MAX_MAGNITUDE = 0x1p31f;

    private final DetectorPool pool;
    private final ModelMetadata metadata;
    private final StreamResampler resampler;
    private final Thresholds thresholds;
    private FrameModel.Memory memory;
    private Trigger trigger;
    /** Samples at the model's rate, of which those from {@link #taken} on wait to be computed. */
    private float[] pending = new float[0];

    private int taken;

    private List<Hop> heard = new ArrayList<>();
    private long hops;

    Detector(DetectorPool pool, ModelMetadata metadata, int sampleRateHz, Thresholds thresholds) {
        this.pool = pool;
        this.metadata = metadata;
        this.resampler = new StreamResampler(sampleRateHz, metadata.sampleRateHz());
        this.thresholds = thresholds;
        this.memory = pool.silence();
        this.trigger = new Trigger(metadata, thresholds);
    }

    @Override
    public List<Hop> push(float[] block) {
        offer(block);
        pool.run(List.of(this));
        return poll();
    }

    /** The end of the stream: half a second of silence and what a last hop wants; the detector then begins anew. */
    @Override
    public List<Hop> flush() {
        append(resampler.flush());
        int silence = (int) (FLUSH_SECONDS * metadata.sampleRateHz());
        int hop = metadata.hopSamples();
        append(new float[(left() + silence + hop - 1) / hop * hop - left()]);
        pool.run(List.of(this));
        List<Hop> rest = poll();
        reset();
        return rest;
    }

    /** Forgets the stream; the next block begins another. */
    public void reset() {
        resampler.flush();
        memory = pool.silence();
        trigger = new Trigger(metadata, thresholds);
        pending = new float[0];
        taken = 0;
        heard = new ArrayList<>();
        hops = 0;
    }

    /** Takes a block without computing; {@link DetectorPool#run} does that for many streams together. */
    public void offer(float[] block) {
        float[] numbers = block.clone();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.isNaN(numbers[i]) ? 0 : Math.max(-MAX_MAGNITUDE, Math.min(MAX_MAGNITUDE, numbers[i]));
        }
        append(resampler.push(numbers));
    }

    /** The hops that were computed since this was last asked. */
    public List<Hop> poll() {
        List<Hop> polled = heard;
        heard = new ArrayList<>();
        return polled;
    }

    /** How many whole hops wait to be computed. */
    int waiting() {
        return left() / metadata.hopSamples();
    }

    FrameModel.Memory memory() {
        return memory;
    }

    /** Takes the next hops out of those that wait. */
    float[] take(int count) {
        int samples = count * metadata.hopSamples();
        float[] block = Arrays.copyOfRange(pending, taken, taken + samples);
        taken += samples;
        return block;
    }

    /** What the model said of the hops taken: [hops, labels]. */
    void accept(float[] probabilities) {
        int labels = metadata.labels().size();
        for (int offset = 0; offset < probabilities.length; offset += labels) {
            hops++;
            float[] row = Arrays.copyOfRange(probabilities, offset, offset + labels);
            Posteriors posteriors = Posteriors.of(metadata.labels(), row);
            heard.add(new Hop(hops * metadata.hopSamples(), posteriors, trigger.step(probabilities, offset)));
        }
    }

    private void append(float[] samples) {
        int old = left();
        pending = Arrays.copyOfRange(pending, taken, taken + old + samples.length);
        System.arraycopy(samples, 0, pending, old, samples.length);
        taken = 0;
    }

    private int left() {
        return pending.length - taken;
    }
}
