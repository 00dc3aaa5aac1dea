package dev.hearken.core.streaming;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a graph one output needs, and the values through which everything passes that the input does to it. */
final class Bottlenecks {
    private final String input;
    private final String output;
    private final List<NodeProto> nodes;

    private Bottlenecks(String input, String output, List<NodeProto> nodes) {
        this.input = input;
        this.output = output;
        this.nodes = nodes;
    }

    /** Of a graph whose nodes stand in an order in which they can be run, as ONNX asks. */
    static Bottlenecks between(GraphProto graph, String input, String output) {
        Set<String> needed = new HashSet<>(Set.of(output));
        List<NodeProto> nodes = new ArrayList<>();
        for (int i = graph.getNodeCount() - 1; i >= 0; i--) {
            NodeProto node = graph.getNode(i);
            if (node.getOutputList().stream().anyMatch(needed::contains)) {
                needed.addAll(node.getInputList());
                nodes.add(0, node);
            }
        }
        return new Bottlenecks(input, output, nodes);
    }

    /** The nodes that the output needs, in order. */
    List<NodeProto> nodes() {
        return nodes;
    }

    /** The input, the values that stand alone between what was computed and what is to be, and the output, in order. */
    List<String> values() {
        Map<String, Integer> lastUse = lastUses();
        List<String> values = new ArrayList<>(List.of(input));
        Set<String> live = new HashSet<>(Set.of(input));
        for (int i = 0; i < nodes.size(); i++) {
            NodeProto node = nodes.get(i);
            if (node.getInputList().stream().noneMatch(live::contains)) {
                continue;
            }
            live.addAll(node.getOutputList());
            int now = i;
            live.removeIf(value -> lastUse.getOrDefault(value, -1) <= now);
            if (live.size() == 1
                    && node.getOutputList().contains(live.iterator().next())) {
                values.add(live.iterator().next());
            }
        }
        return values;
    }

    private Map<String, Integer> lastUses() {
        Map<String, Integer> lastUse = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (String used : nodes.get(i).getInputList()) {
                lastUse.put(used, i);
            }
        }
        lastUse.put(output, nodes.size());
        return lastUse;
    }
}
