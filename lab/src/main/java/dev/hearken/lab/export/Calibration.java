package dev.hearken.lab.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Waveform;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Listens to values inside a model's graph while it hears clips, to know how large they become. */
final class Calibration {
    /** Values kept of one tensor and clip, besides its smallest and greatest. */
    private static final int KEPT = 512;

    private Calibration() {}

    /**
     * The best 8-bit range of each tensor over all clips.
     *
     * @param clips at the model's rate, at least one
     */
    static Map<String, ActivationRange> ranges(ModelProto model, Set<String> tensors, List<Waveform> clips) {
        if (tensors.isEmpty()) {
            return Map.of(); // a single layer has nothing between layers
        }
        Map<String, List<float[]>> heard = new LinkedHashMap<>();
        tensors.forEach(tensor -> heard.put(tensor, new ArrayList<>()));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = environment.createSession(exposing(model, tensors), oneThread(options))) {
            for (Waveform clip : clips) {
                listen(session, environment, clip, heard);
            }
        } catch (OrtException refused) {
            throw new HearkenException(
                    HearkenException.Kind.INTERNAL, "QUANTIZATION_FAILED", "ONNX Runtime refuses the model", refused);
        }
        Map<String, ActivationRange> ranges = new LinkedHashMap<>();
        heard.forEach((tensor, samples) -> ranges.put(tensor, ActivationRange.best(joined(samples))));
        return ranges;
    }

    private static OrtSession.SessionOptions oneThread(OrtSession.SessionOptions options) throws OrtException {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        return options;
    }

    private static byte[] exposing(ModelProto model, Set<String> tensors) {
        ModelProto.Builder exposing = model.toBuilder();
        TypeProto floats = TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber()))
                .build();
        tensors.forEach(tensor -> exposing.getGraphBuilder()
                .addOutput(ValueInfoProto.newBuilder().setName(tensor).setType(floats)));
        return exposing.build().toByteArray();
    }

    private static void listen(
            OrtSession session, OrtEnvironment environment, Waveform clip, Map<String, List<float[]>> heard)
            throws OrtException {
        long[] shape = {1, clip.length()};
        try (OnnxTensor audio = OnnxTensor.createTensor(environment, clip.asBuffer(), shape);
                OrtSession.Result result = session.run(Map.of("audio", audio), heard.keySet())) {
            heard.forEach((tensor, samples) ->
                    samples.add(sample(((OnnxTensor) result.get(tensor).orElseThrow()).getFloatBuffer())));
        }
    }

    /** The smallest, the greatest, and every so many between. */
    private static float[] sample(FloatBuffer values) {
        int stride = (values.remaining() + KEPT - 1) / KEPT;
        float[] sample = new float[2 + (values.remaining() + stride - 1) / stride];
        sample[0] = Float.POSITIVE_INFINITY;
        sample[1] = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < values.limit(); i++) {
            float value = values.get(i);
            sample[0] = Math.min(sample[0], value);
            sample[1] = Math.max(sample[1], value);
            if (i % stride == 0) {
                sample[2 + i / stride] = value;
            }
        }
        return sample;
    }

    private static float[] joined(List<float[]> parts) {
        FloatBuffer joined = FloatBuffer.allocate(
                parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(joined::put);
        return joined.array();
    }
}
