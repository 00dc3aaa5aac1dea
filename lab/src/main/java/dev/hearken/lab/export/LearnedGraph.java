package dev.hearken.lab.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model's graph, read for its learned layers: what stands before the first of them is signal processing, which must stay exact.
 *
 * <p>A layer is learned if its weights are: constants that carry a layer's name ({@code conv1.weight}, always with a dot), or the released
 * speech embedding's. The matrices of the DFT, the mel bank and the cosine transform are computed, and their names say so.
 */
final class LearnedGraph {
    /** The operators of learned layers: which axis of the weights counts the outputs, and which inputs are weights. */
    private enum Operator {
        CONV("Conv", 0, 1),
        MATMUL("MatMul", 1, 1),
        GRU("GRU", 1, 2),
        LSTM("LSTM", 1, 2);

        private static final int FIRST_WEIGHT = 1;

        private final String type;
        private final int outputAxis;
        private final int lastWeight;

        Operator(String type, int outputAxis, int lastWeight) {
            this.type = type;
            this.outputAxis = outputAxis;
            this.lastWeight = lastWeight;
        }

        static Optional<Operator> of(NodeProto node) {
            for (Operator operator : values()) {
                if (operator.type.equals(node.getOpType())) {
                    return Optional.of(operator);
                }
            }
            return Optional.empty();
        }
    }

    /** Operators that move values and change none: their input may be quantized in place of their output. */
    private static final Set<String> MOVING = Set.of("MaxPool", "Reshape", "Transpose", "Unsqueeze", "Squeeze");

    private final Set<String> constants = new HashSet<>();
    private final Map<String, String> widened = new HashMap<>();
    private final Map<String, NodeProto> makers = new HashMap<>();
    private final Map<String, List<NodeProto>> readers = new HashMap<>();
    private final Map<String, Integer> weights = new LinkedHashMap<>();
    private final List<NodeProto> inner = new ArrayList<>();

    LearnedGraph(GraphProto graph) {
        graph.getInitializerList().forEach(constant -> constants.add(constant.getName()));
        Set<String> learned = new HashSet<>();
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("Cast") && constants.contains(node.getInput(0))) {
                widened.put(node.getOutput(0), node.getInput(0));
            }
            node.getOutputList().forEach(output -> makers.put(output, node));
            node.getInputList()
                    .forEach(input -> readers.computeIfAbsent(input, key -> new ArrayList<>())
                            .add(node));
            boolean behindLearned = node.getInputList().stream().anyMatch(learned::contains);
            boolean layer = isLayer(node);
            if (layer && learned.contains(node.getInput(0)) && !isRecurrent(node)) {
                inner.add(node);
            }
            if (layer || behindLearned) {
                learned.addAll(node.getOutputList());
            }
        }
    }

    /** Constants kept in half precision: what they are stored as, by the name under which they are read. */
    Map<String, String> widened() {
        return widened;
    }

    /** The constants that are learned weights, as layers read them, each with the axis that counts the layer's outputs. */
    Map<String, Integer> weights() {
        return weights;
    }

    /**
     * The layers that can compute in integers: convolutions and products behind another learned layer.
     *
     * <p>The first layer reads features whose channels differ in size by orders, more than 8 bits can span. ONNX Runtime has no recurrent
     * layer in static integers.
     */
    List<NodeProto> inner() {
        return inner;
    }

    /** The values to quantize: what the inner layers read, and what the convolutions among them give. */
    Set<String> activations() {
        Set<String> activations = new LinkedHashSet<>();
        for (NodeProto layer : inner) {
            activations.add(source(layer.getInput(0)));
            if (layer.getOpType().equals("Conv")) {
                activations.add(rectified(layer.getOutput(0)));
            }
        }
        return activations;
    }

    /** Where the values of {@code tensor} were made, before they were only moved. */
    String source(String tensor) {
        NodeProto maker = makers.get(tensor);
        return maker == null || !MOVING.contains(maker.getOpType()) ? tensor : source(maker.getInput(0));
    }

    /** A rectifier that alone reads a convolution is computed with it. */
    private String rectified(String output) {
        List<NodeProto> reading = readers.getOrDefault(output, List.of());
        return reading.size() == 1 && reading.get(0).getOpType().equals("Relu")
                ? reading.get(0).getOutput(0)
                : output;
    }

    private boolean isLayer(NodeProto node) {
        Optional<Operator> operator =
                Operator.of(node).filter(found -> isLearned(node.getInput(Operator.FIRST_WEIGHT)));
        operator.ifPresent(found -> {
            for (int input = Operator.FIRST_WEIGHT; input <= found.lastWeight; input++) {
                weights.put(node.getInput(input), found.outputAxis);
            }
        });
        return operator.isPresent();
    }

    private boolean isLearned(String name) {
        String stored = widened.getOrDefault(name, name);
        return constants.contains(stored) && (stored.indexOf('.') > 0 || stored.startsWith("embedding"));
    }

    private static boolean isRecurrent(NodeProto node) {
        return node.getOpType().equals("GRU") || node.getOpType().equals("LSTM");
    }
}
