package dev.hearken.core.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Resampler;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.ClipWindow;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.OpenSet;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model file, ready to answer: audio in, calibrated probabilities out.
 *
 * <pre>{@code
 * try (Classifier digits = Classifier.open(Path.of("digits.onnx"))) {
 *     if (AudioReader.standard().read(Path.of("seven.wav")) instanceof Decoded clip) {
 *         System.out.println(digits.classify(clip.waveform()).label());
 *     }
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads at once; each call runs on the caller's thread. The network's memory is native: close it.
 */
public final class Classifier implements AutoCloseable {
    /** Clips that go through the network in one call; more would only cost memory. */
    private static final int BATCH = 32;

    private static final String PROBABILITIES = "probabilities";

    /** The output that only models with an open set have. */
    private static final String KNOWN = "known";

    private final ModelFile model;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private Classifier(ModelFile model, OrtEnvironment environment, OrtSession session) {
        this.model = model;
        this.environment = environment;
        this.session = session;
    }

    /** The version of ONNX Runtime that answers. */
    public static String engineVersion() {
        return OrtEnvironment.getEnvironment().getVersion();
    }

    /**
     * Opens the model file at a path.
     *
     * @throws HearkenException as {@link ModelFile#read}, or {@code MODEL_UNUSABLE} if ONNX Runtime refuses the graph
     */
    public static Classifier open(Path file) {
        return open(ModelFile.read(file));
    }

    /**
     * Opens a model file, to be computed on the processor.
     *
     * @throws HearkenException {@code MODEL_UNUSABLE} if ONNX Runtime refuses the graph
     */
    public static Classifier open(ModelFile model) {
        return open(model, ExecutionProvider.CPU);
    }

    /**
     * Opens a model file.
     *
     * @throws HearkenException {@code MODEL_UNUSABLE} if ONNX Runtime refuses the graph
     */
    public static Classifier open(ModelFile model, ExecutionProvider provider) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            provider.use(options);
            return new Classifier(model, environment, environment.createSession(model.toBytes(), options));
        } catch (OrtException refused) {
            throw new HearkenException(
                    HearkenException.Kind.USER, "MODEL_UNUSABLE", "ONNX Runtime refuses the model", refused);
        }
    }

    /** The model being run. */
    public ModelFile model() {
        return model;
    }

    /**
     * Classifies one clip of any length and sample rate.
     *
     * <p>It is resampled to the model's rate; the graph itself pads or chooses the window, as {@code docs/formats.md} says.
     */
    public Prediction classify(Waveform waveform) {
        Waveform audio = Resampler.resample(waveform, metadata().sampleRateHz());
        return run(audio.asBuffer(), 1, audio.length()).get(0);
    }

    /** Classifies many clips, faster than one by one; the answers are the same, in the same order. */
    public List<Prediction> classifyAll(List<Waveform> waveforms) {
        ClipWindow window =
                new ClipWindow(metadata().windowSamples(), metadata().hopSamples());
        List<Prediction> predictions = new ArrayList<>(waveforms.size());
        for (int from = 0; from < waveforms.size(); from += BATCH) {
            List<Waveform> batch = waveforms.subList(from, Math.min(from + BATCH, waveforms.size()));
            FloatBuffer audio = FloatBuffer.allocate(batch.size() * window.samples());
            for (Waveform waveform : batch) {
                Waveform resampled = Resampler.resample(waveform, metadata().sampleRateHz());
                audio.put(window.fit(resampled).asBuffer());
            }
            predictions.addAll(run(audio.rewind(), batch.size(), window.samples()));
        }
        return predictions;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException broken) {
            throw failure(broken);
        }
    }

    private ModelMetadata metadata() {
        return model.metadata();
    }

    private List<Prediction> run(FloatBuffer audio, int clips, int samples) {
        long[] shape = {clips, samples};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, audio, shape);
                OrtSession.Result result = session.run(Map.of("audio", input))) {
            float[][] probabilities =
                    (float[][]) result.get(PROBABILITIES).orElseThrow().getValue();
            float[] known = known(result, clips);
            double threshold = metadata().openSet().map(OpenSet::threshold).orElse(0.0);
            List<Prediction> predictions = new ArrayList<>(clips);
            for (int i = 0; i < clips; i++) {
                Posteriors posteriors = new Posteriors(metadata().labels(), probabilities[i]);
                predictions.add(new Prediction(posteriors, known[i], known[i] >= threshold));
            }
            return predictions;
        } catch (OrtException broken) {
            throw failure(broken);
        }
    }

    private static float[] known(OrtSession.Result result, int clips) throws OrtException {
        Optional<OnnxValue> output = result.get(KNOWN);
        if (output.isPresent()) {
            return (float[]) output.get().getValue();
        }
        float[] certain = new float[clips];
        Arrays.fill(certain, 1);
        return certain;
    }

    private static HearkenException failure(OrtException broken) {
        return new HearkenException(
                HearkenException.Kind.INTERNAL, "INFERENCE_FAILED", "ONNX Runtime failed to run the model", broken);
    }
}
