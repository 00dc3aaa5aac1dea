package dev.hearken.lab.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Resampler;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.graph.NamedTensor;
import dev.hearken.core.model.ModelFile;
import java.util.List;
import java.util.Map;

/**
 * Writes a model in 8 bits, statically: weights as integers, and the values between layers rounded to integers whose ranges were
 * measured on real clips (Jacob et al., 2018, arXiv:1712.05877; the pairs of {@code QuantizeLinear} and {@code DequantizeLinear} that
 * ONNX Runtime fuses into integer kernels).
 *
 * <p>Only the network is touched, embedding included. The window, DFT, mel bands and logarithm before it span many orders of magnitude,
 * of which 8 bits would keep two; temperature and softmax behind it are a handful of operations that decide the calibration. The first
 * learned layer and recurrent layers keep computing in floating point, on 8-bit weights.
 */
public final class Quantization {
    /** What a convolution with a bias reads: values, weights, bias. */
    private static final int BIASED_INPUTS = 3;

    private Quantization() {}

    /**
     * The same model in 8 bits: same input, output and metadata.
     *
     * @param clips by which ranges are measured, of any rate; a hundred of all kinds will do
     * @throws HearkenException {@code QUANTIZATION_NO_CLIPS}, or {@code QUANTIZATION_DONE} if no learned weight is in floating point
     */
    public static ModelFile int8(ModelFile model, List<Waveform> clips) {
        if (clips.isEmpty()) {
            throw HearkenException.user("QUANTIZATION_NO_CLIPS", "quantizing needs clips to measure ranges by");
        }
        byte[] bytes = model.toBytes();
        try {
            ModelProto original = ModelProto.parseFrom(bytes);
            LearnedGraph learned = new LearnedGraph(original.getGraph());
            if (learned.weights().isEmpty()) {
                throw HearkenException.user(
                        "QUANTIZATION_DONE",
                        "the model has no learned weights in floating point; it may be quantized already");
            }
            Map<String, ActivationRange> ranges = Calibration.ranges(
                    original,
                    learned.activations(),
                    resampled(clips, model.metadata().sampleRateHz()));
            Map<String, NamedTensor> constants = NamedTensor.allIn(bytes);
            learned.widened().forEach((read, stored) -> constants.put(read, QuantizedGraph.named(stored, constants)));
            GraphProto graph = rewritten(original.getGraph(), learned, ranges, constants);
            return ModelFile.parse(original.toBuilder().setGraph(graph).build().toByteArray());
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException("a parsed model no longer parses", broken);
        }
    }

    private static List<Waveform> resampled(List<Waveform> clips, int sampleRateHz) {
        return clips.stream()
                .map(clip -> Resampler.resample(clip, sampleRateHz))
                .toList();
    }

    private static GraphProto rewritten(
            GraphProto graph,
            LearnedGraph learned,
            Map<String, ActivationRange> ranges,
            Map<String, NamedTensor> constants) {
        QuantizedGraph quantized = new QuantizedGraph(graph);
        learned.weights()
                .forEach((name, axis) ->
                        quantized.weight(name, Int8Weight.of(QuantizedGraph.named(name, constants), axis)));
        for (NodeProto node : graph.getNodeList()) {
            boolean integers = learned.inner().contains(node);
            if (integers && node.getInputCount() == BIASED_INPUTS) {
                ActivationRange input = QuantizedGraph.named(learned.source(node.getInput(0)), ranges);
                quantized.node(quantized.withBias(
                        node, QuantizedGraph.named(node.getInput(BIASED_INPUTS - 1), constants), input));
            } else {
                quantized.node(node);
            }
            node.getOutputList().stream()
                    .filter(ranges::containsKey)
                    .forEach(output -> quantized.activation(output, QuantizedGraph.named(output, ranges)));
        }
        return quantized.build();
    }
}
