package dev.hearken.lab.export;

import dev.hearken.lab.network.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * A recurrent layer's weights as ONNX's GRU and LSTM take them: directions behind each other, gates in ONNX's order.
 *
 * @param name of the layer in the network
 * @param directions {@code forward}, and {@code backward} where the layer runs both ways
 */
record RecurrentWeights(String name, GateOrder order, List<String> directions, Weights weights) {
    /** Shape [directions, gates x hidden, inputs]. */
    float[] inputWeight() {
        return joined("input_weight");
    }

    /** Shape [directions, gates x hidden, hidden]. */
    float[] hiddenWeight() {
        return joined("hidden_weight");
    }

    /** Shape [directions, 2 x gates x hidden]: the input's bias, then the hidden state's. */
    float[] bias() {
        return joined("input_bias", "hidden_bias");
    }

    long inputs() {
        return weights.parameter(name + ".forward.input_weight").shape().get(1);
    }

    private float[] joined(String... roles) {
        List<float[]> parts = new ArrayList<>();
        for (String direction : directions) {
            for (String role : roles) {
                parts.add(order.toOnnx(weights.values(name + "." + direction + "." + role)));
            }
        }
        float[] joined = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int end = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, joined, end, part.length);
            end += part.length;
        }
        return joined;
    }
}
