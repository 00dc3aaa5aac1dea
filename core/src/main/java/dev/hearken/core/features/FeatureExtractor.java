package dev.hearken.core.features;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.graph.GraphBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Runs a front end alone, to make the features that networks are trained on.
 *
 * <p>It runs the same graph nodes that are fused into exported models, on one thread of ONNX Runtime. Safe for use by several threads at
 * once; holds native memory until closed.
 */
public final class FeatureExtractor implements AutoCloseable {
    private static final String AUDIO = "audio";
    private static final String FEATURES = "features";

    private final FrontEnd frontEnd;
    private final OrtSession session;

    private FeatureExtractor(FrontEnd frontEnd, OrtSession session) {
        this.frontEnd = frontEnd;
        this.session = session;
    }

    /** An extractor for this front end, ready to run. */
    public static FeatureExtractor of(FrontEnd frontEnd) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            byte[] model = model(frontEnd);
            return new FeatureExtractor(
                    frontEnd, OrtEnvironment.getEnvironment().createSession(model, options));
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not accept the graph of " + frontEnd, e);
        }
    }

    /** The front end this extractor runs. */
    public FrontEnd frontEnd() {
        return frontEnd;
    }

    /**
     * The features of one recording.
     *
     * @throws IllegalArgumentException if the waveform has another sample rate than the front end, or is too short for one frame
     */
    public Features extract(Waveform waveform) {
        return extractAll(List.of(waveform)).get(0);
    }

    /**
     * The features of several recordings of one length, computed together; none for none.
     *
     * @throws IllegalArgumentException if a waveform has another sample rate than the front end, is too short for one frame, or differs in
     *     length from the first
     */
    public List<Features> extractAll(List<Waveform> equalLength) {
        if (equalLength.isEmpty()) {
            return List.of();
        }
        int samples = equalLength.get(0).length();
        equalLength.forEach(waveform -> check(waveform, samples));
        long[] shape = {equalLength.size(), samples};
        try (OnnxTensor audio =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), batch(equalLength, samples), shape);
                OrtSession.Result result = session.run(Map.of(AUDIO, audio))) {
            return split((OnnxTensor) result.get(0), equalLength.size());
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed to run the graph of " + frontEnd, e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed to close a session", e);
        }
    }

    private void check(Waveform waveform, int samples) {
        if (waveform.sampleRateHz() != frontEnd.sampleRateHz()) {
            throw new IllegalArgumentException("the front end listens at " + frontEnd.sampleRateHz()
                    + " Hz, the waveform has " + waveform.sampleRateHz() + " Hz: resample it first");
        }
        if (waveform.length() != samples) {
            throw new IllegalArgumentException(
                    "waveforms of one batch must be equally long, got " + samples + " and " + waveform.length());
        }
        if (frontEnd.frames(samples) == 0) {
            throw new IllegalArgumentException(samples + " samples are too few for one frame of " + frontEnd);
        }
    }

    /** The samples in native memory, where ONNX Runtime reads them without another copy. */
    private static FloatBuffer batch(List<Waveform> waveforms, int samples) {
        int bytes = Math.multiplyExact(Math.multiplyExact(waveforms.size(), samples), Float.BYTES);
        FloatBuffer batch =
                ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
        waveforms.forEach(waveform -> batch.put(waveform.asBuffer()));
        return batch.rewind();
    }

    private List<Features> split(OnnxTensor result, int count) {
        FloatBuffer values = result.getFloatBuffer();
        int frames = (int) result.getInfo().getShape()[1];
        List<Features> features = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            float[] one = new float[frames * frontEnd.channels()];
            values.get(one);
            features.add(Features.of(one, frames, frontEnd.channels()));
        }
        return features;
    }

    private static byte[] model(FrontEnd frontEnd) {
        GraphBuilder graph = new GraphBuilder();
        String audio = graph.input(AUDIO, "batch", "samples");
        graph.output(
                frontEnd.appendTo(graph, audio), FEATURES, "batch", "frames", Integer.toString(frontEnd.channels()));
        return graph.toModel(Collections.emptySortedMap());
    }
}
