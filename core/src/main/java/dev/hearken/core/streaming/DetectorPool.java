package dev.hearken.core.streaming;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import java.util.Collection;
import java.util.List;

/**
 * One model listening to many streams.
 *
 * <p>Streams are told apart by their {@link Detector}s; those that are run together share the cost of a call. A model with the output
 * {@code frame_probabilities} is run by its streaming form, in which each frame of sound is computed once; every other model hears its
 * whole window again at each hop. Scores are those of the file either way.
 *
 * <p>Safe for use by many threads, each detector on one at a time. The network's memory is native: close it.
 */
public final class DetectorPool implements AutoCloseable {
    /** Hops computed in one call: more do not make it faster, only larger. */
    private static final int HOPS_AT_ONCE = 64;

    private final ModelFile model;
    private final FrameModel frames;

    private DetectorPool(ModelFile model, FrameModel frames) {
        this.model = model;
        this.frames = frames;
    }

    /**
     * Opens a model for streams.
     *
     * @throws HearkenException {@code MODEL_UNUSABLE} if ONNX Runtime refuses the graph
     */
    public static DetectorPool open(ModelFile model) {
        return new DetectorPool(
                model, StatefulFrames.of(model).map(FrameModel.class::cast).orElseGet(() -> WindowedFrames.of(model)));
    }

    /** The model that listens. */
    public ModelFile model() {
        return model;
    }

    /** Whether each frame of sound is computed once. */
    public boolean isStateful() {
        return frames instanceof StatefulFrames;
    }

    /** A new stream, with the model's own thresholds. */
    public Detector detector(int sampleRateHz) {
        return detector(sampleRateHz, Thresholds.of(metadata()));
    }

    /** A new stream, at this sample rate. */
    public Detector detector(int sampleRateHz, Thresholds thresholds) {
        return new Detector(this, metadata(), sampleRateHz, thresholds);
    }

    /** Computes all whole hops that wait in these detectors of this pool, together; {@link Detector#poll} then gives them. */
    public void run(Collection<Detector> detectors) {
        List<Detector> ready = detectors.stream()
                .filter(detector -> detector.waiting() > 0)
                .limit(HOPS_AT_ONCE)
                .toList();
        while (!ready.isEmpty()) {
            int shortest = ready.stream().mapToInt(Detector::waiting).min().orElseThrow();
            advance(ready, Math.min(shortest, Math.max(1, HOPS_AT_ONCE / ready.size())));
            ready = detectors.stream()
                    .filter(detector -> detector.waiting() > 0)
                    .limit(HOPS_AT_ONCE)
                    .toList();
        }
    }

    private void advance(List<Detector> ready, int hops) {
        List<float[]> blocks =
                ready.stream().map(detector -> detector.take(hops)).toList();
        List<float[]> probabilities =
                frames.advance(ready.stream().map(Detector::memory).toList(), blocks);
        for (int i = 0; i < ready.size(); i++) {
            ready.get(i).accept(probabilities.get(i));
        }
    }

    FrameModel.Memory silence() {
        return frames.silence();
    }

    private ModelMetadata metadata() {
        return model.metadata();
    }

    @Override
    public void close() {
        frames.close();
    }
}
