package dev.hearken.lab.export;

import java.util.List;

/**
 * The order in which a recurrent layer's gates lie behind each other in its weights, which PyTorch and ONNX see differently.
 *
 * @param operator of ONNX
 * @param places where in PyTorch's order each gate of ONNX's order stands
 */
record GateOrder(String operator, List<Integer> places) {
    /** PyTorch: reset, update, new; ONNX: update, reset, hidden. */
    static final GateOrder GRU = new GateOrder("GRU", List.of(1, 0, 2));

    /** PyTorch: input, forget, cell, output; ONNX: input, output, forget, cell. */
    static final GateOrder LSTM = new GateOrder("LSTM", List.of(0, 3, 1, 2));

    /** The order of a layer with this many gates. */
    static GateOrder ofGates(long gates) {
        return gates == GRU.gates() ? GRU : LSTM;
    }

    int gates() {
        return places.size();
    }

    /** Rows of equal number a gate, brought from PyTorch's order to ONNX's. */
    float[] toOnnx(float[] rows) {
        float[] reordered = new float[rows.length];
        int gateSize = rows.length / gates();
        for (int gate = 0; gate < gates(); gate++) {
            System.arraycopy(rows, places.get(gate) * gateSize, reordered, gate * gateSize, gateSize);
        }
        return reordered;
    }

    /** The way back. */
    float[] toPyTorch(float[] rows) {
        float[] reordered = new float[rows.length];
        int gateSize = rows.length / gates();
        for (int gate = 0; gate < gates(); gate++) {
            System.arraycopy(rows, gate * gateSize, reordered, places.get(gate) * gateSize, gateSize);
        }
        return reordered;
    }
}
