package dev.hearken.lab.export;

import dev.hearken.lab.network.Weights;
import java.util.List;

/** A GRU's weights in ONNX's order: PyTorch keeps the gates as reset, update, new; ONNX as update, reset, new. */
final class GruWeights {
    private static final int[] GATES_FROM = {1, 0, 2};

    private final float[] inputWeight;
    private final float[] hiddenWeight;
    private final float[] bias;
    private final long inputs;

    private GruWeights(float[] inputWeight, float[] hiddenWeight, float[] bias, long inputs) {
        this.inputWeight = inputWeight;
        this.hiddenWeight = hiddenWeight;
        this.bias = bias;
        this.inputs = inputs;
    }

    static GruWeights of(String name, int hidden, boolean bidirectional, Weights weights) {
        List<String> directions = bidirectional ? List.of("forward", "backward") : List.of("forward");
        int inputs =
                weights.parameter(name + ".forward.input_weight").shape().get(1).intValue();
        float[] inputWeight = new float[directions.size() * 3 * hidden * inputs];
        float[] hiddenWeight = new float[directions.size() * 3 * hidden * hidden];
        float[] bias = new float[directions.size() * 6 * hidden];
        for (int d = 0; d < directions.size(); d++) {
            String prefix = name + "." + directions.get(d);
            reorder(weights.values(prefix + ".input_weight"), inputWeight, d * 3 * hidden * inputs, hidden * inputs);
            reorder(weights.values(prefix + ".hidden_weight"), hiddenWeight, d * 3 * hidden * hidden, hidden * hidden);
            reorder(weights.values(prefix + ".input_bias"), bias, d * 6 * hidden, hidden);
            reorder(weights.values(prefix + ".hidden_bias"), bias, (d * 6 + 3) * hidden, hidden);
        }
        return new GruWeights(inputWeight, hiddenWeight, bias, inputs);
    }

    /** Shape [directions, 3 x hidden, inputs]. */
    float[] inputWeight() {
        return inputWeight;
    }

    /** Shape [directions, 3 x hidden, hidden]. */
    float[] hiddenWeight() {
        return hiddenWeight;
    }

    /** Shape [directions, 6 x hidden]: the input's bias, then the hidden state's. */
    float[] bias() {
        return bias;
    }

    long inputs() {
        return inputs;
    }

    private static void reorder(float[] from, float[] to, int offset, int gateSize) {
        for (int gate = 0; gate < GATES_FROM.length; gate++) {
            System.arraycopy(from, GATES_FROM[gate] * gateSize, to, offset + gate * gateSize, gateSize);
        }
    }
}
