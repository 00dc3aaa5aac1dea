package dev.hearken.core.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A graph that somebody else made, to become a part of one that is being built: checked when it is read, renamed when it is put in.
 *
 * <p>It must stand alone in one file, read one float32 value of two axes, and use the operators of ONNX of a version that means the same as
 * {@link GraphBuilder#OPSET}.
 */
public final class ForeignGraph {
    /** With room for a network beside it in a model file, which may be 512 MiB. */
    static final long MAX_BYTES = 500L << 20;

    /** From 13 on the operators that matter take their axes the same way; 18 changes the reductions again. */
    private static final int OLDEST_OPSET = 13;

    /** How ONNX writes its own operators' domain: usually as nothing. */
    private static final Set<String> ONNX_DOMAINS = Set.of("", "ai.onnx");

    private final GraphProto graph;
    private final String input;
    private final String output;

    private ForeignGraph(GraphProto graph, String input, String output) {
        this.graph = graph;
        this.input = input;
        this.output = output;
    }

    /**
     * Reads a file.
     *
     * @param outputAxes how many axes the wanted output has; the first output that has so many is taken
     * @throws HearkenException {@code ONNX_UNREADABLE}, {@code ONNX_TOO_LARGE}, {@code ONNX_EXTERNAL_DATA}, {@code ONNX_OPERATORS},
     *     {@code ONNX_INPUTS} or {@code ONNX_OUTPUTS}, saying what to do
     */
    public static ForeignGraph read(Path file, int outputAxes) {
        ModelProto model = parse(file);
        checkOperators(file, model);
        GraphProto graph = model.getGraph();
        boolean external = graph.getInitializerList().stream()
                .anyMatch(tensor -> tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL);
        if (external) {
            throw HearkenException.user(
                    "ONNX_EXTERNAL_DATA",
                    file
                            + " keeps its weights in other files; save it as one (onnx.save(onnx.load(file),"
                            + " \"one.onnx\"))");
        }
        return new ForeignGraph(graph, input(file, graph), output(file, graph, outputAxes));
    }

    private static ModelProto parse(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw HearkenException.user(
                        "ONNX_TOO_LARGE",
                        "%s has %d MiB, and %d are the limit; choose a smaller one of its kind, such as wav2vec2-base"
                                .formatted(file, Files.size(file) >> 20, MAX_BYTES >> 20));
            }
            return ModelProto.parseFrom(Files.readAllBytes(file));
        } catch (InvalidProtocolBufferException e) {
            throw new HearkenException(HearkenException.Kind.USER, "ONNX_UNREADABLE", file + " is not an ONNX file", e);
        } catch (IOException e) {
            throw new HearkenException(
                    HearkenException.Kind.USER, "ONNX_UNREADABLE", file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void checkOperators(Path file, ModelProto model) {
        for (OperatorSetIdProto set : model.getOpsetImportList()) {
            boolean onnx = ONNX_DOMAINS.contains(set.getDomain());
            if (onnx && (set.getVersion() < OLDEST_OPSET || set.getVersion() > GraphBuilder.OPSET)) {
                throw HearkenException.user(
                        "ONNX_OPERATORS",
                        "%s uses opset %d; export it with one from %d to %d (torch.onnx.export(..., opset_version=%d))"
                                .formatted(
                                        file, set.getVersion(), OLDEST_OPSET, GraphBuilder.OPSET, GraphBuilder.OPSET));
            }
        }
        Set<String> others = model.getGraph().getNodeList().stream()
                .map(NodeProto::getDomain)
                .filter(domain -> !ONNX_DOMAINS.contains(domain))
                .collect(Collectors.toSet());
        if (!others.isEmpty() || model.getFunctionsCount() > 0) {
            throw HearkenException.user(
                    "ONNX_OPERATORS",
                    "%s uses operators that are not ONNX's own %s; export it without them".formatted(file, others));
        }
    }

    private static String input(Path file, GraphProto graph) {
        Set<String> constants =
                graph.getInitializerList().stream().map(TensorProto::getName).collect(Collectors.toSet());
        List<ValueInfoProto> inputs = graph.getInputList().stream()
                .filter(value -> !constants.contains(value.getName()))
                .toList();
        if (inputs.size() != 1 || !isFloats(inputs.get(0), 2)) {
            throw HearkenException.user(
                    "ONNX_INPUTS",
                    "%s must read one float32 value [batch, samples]; it reads %s".formatted(file, names(inputs)));
        }
        return inputs.get(0).getName();
    }

    private static String output(Path file, GraphProto graph, int axes) {
        return graph.getOutputList().stream()
                .filter(value -> isFloats(value, axes))
                .map(ValueInfoProto::getName)
                .findFirst()
                .orElseThrow(() -> HearkenException.user(
                        "ONNX_OUTPUTS",
                        "%s must give a float32 value of %d axes; it gives %s"
                                .formatted(file, axes, names(graph.getOutputList()))));
    }

    private static boolean isFloats(ValueInfoProto value, int axes) {
        return value.getType().getTensorType().getElemType() == TensorProto.DataType.FLOAT.getNumber()
                && value.getType().getTensorType().getShape().getDimCount() == axes;
    }

    private static List<String> names(List<ValueInfoProto> values) {
        return values.stream().map(ValueInfoProto::getName).toList();
    }

    /**
     * Puts the graph into another.
     *
     * @param prefix goes before every name of it
     * @param value what it reads
     * @return the name of what it gives
     */
    String putInto(GraphProto.Builder target, String prefix, String value) {
        Renaming renaming = new Renaming(prefix, value);
        graph.getInitializerList()
                .forEach(constant ->
                        target.addInitializer(constant.toBuilder().setName(renaming.of(constant.getName()))));
        graph.getNodeList().forEach(node -> target.addNode(renaming.of(node)));
        return renaming.of(output);
    }

    /** Names with a prefix, but for the input, which is another graph's value. A dot would mark a constant as one of Hearken's own. */
    private final class Renaming {
        private final String prefix;
        private final String value;

        Renaming(String prefix, String value) {
            this.prefix = prefix;
            this.value = value;
        }

        String of(String name) {
            return name.isEmpty() ? name : name.equals(input) ? value : prefix + name.replace('.', '_');
        }

        NodeProto of(NodeProto node) {
            NodeProto.Builder renamed = node.toBuilder()
                    .setName(of(node.getName()))
                    .clearInput()
                    .clearOutput()
                    .clearAttribute();
            node.getInputList().forEach(name -> renamed.addInput(of(name)));
            node.getOutputList().forEach(name -> renamed.addOutput(of(name)));
            node.getAttributeList().forEach(attribute -> renamed.addAttribute(of(attribute)));
            return renamed.build();
        }

        private AttributeProto of(AttributeProto attribute) {
            return attribute.hasG()
                    ? attribute.toBuilder().setG(of(attribute.getG())).build()
                    : attribute;
        }

        /** A branch or a loop's body sees the names around it. */
        private GraphProto of(GraphProto inner) {
            GraphProto.Builder renamed = inner.toBuilder()
                    .clearNode()
                    .clearInitializer()
                    .clearInput()
                    .clearOutput();
            inner.getNodeList().forEach(node -> renamed.addNode(of(node)));
            inner.getInitializerList()
                    .forEach(constant ->
                            renamed.addInitializer(constant.toBuilder().setName(of(constant.getName()))));
            inner.getInputList().forEach(value -> renamed.addInput(of(value)));
            inner.getOutputList().forEach(value -> renamed.addOutput(of(value)));
            return renamed.build();
        }

        private ValueInfoProto of(ValueInfoProto value) {
            return value.toBuilder().setName(of(value.getName())).build();
        }
    }
}
