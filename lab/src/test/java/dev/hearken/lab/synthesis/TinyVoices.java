package dev.hearken.lab.synthesis;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Networks with the inputs and outputs of real neural voices that hum: 400 samples a phoneme, divided by the rate, at a pitch that
 * tells the speaker.
 */
final class TinyVoices {
    private static final long FLOAT = TensorProto.DataType.FLOAT.getNumber();
    private static final long INT64 = TensorProto.DataType.INT64.getNumber();

    /** Of Piper's settings, those for the phonemes of "hey" in American English, and of all letters. */
    private static final String SETTINGS = """
            {"audio": {"sample_rate": 16000}, "espeak": {"voice": "en-us"}, "language": {"code": "en_US"},
             "dataset": "tiny", "num_speakers": %d, "speaker_id_map": {%s},
             "inference": {"noise_scale": 0.5, "length_scale": 2, "noise_w": 0.5},
             "phoneme_id_map": {"_": [0], "^": [1], "$": [2], " ": [3], "h": [4], "e": [5], "ˈ": [6], "ɪ": [7], "!": [8]}}
            """;

    private TinyVoices() {}

    /** A Piper voice of one speaker, or of ada, bob and one who is not named. */
    static Path piper(Path folder, String name, boolean several) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name + ".onnx");
        Files.write(file, piperNetwork(several));
        Files.writeString(
                folder.resolve(name + ".onnx.json"),
                several ? SETTINGS.formatted(3, "\"ada\": 0, \"bob\": 1") : SETTINGS.formatted(1, ""));
        Files.writeString(folder.resolve("MODEL_CARD"), "# Model card\n\n* License: CC0\n");
        return file;
    }

    private static byte[] piperNetwork(boolean several) throws IOException {
        GraphBuilder graph = new GraphBuilder();
        graph.input("input", "batch", "phonemes");
        String lengths = graph.input("input_lengths", "batch");
        String scales = graph.input("scales", "three");
        String length = graph.node("Gather", List.of(scales, graph.constant("one", new long[] {1})), axis());
        String speaker = several
                ? graph.node("Cast", List.of(graph.input("sid", "batch")), Attribute.of("to", FLOAT))
                : graph.scalar(0);
        String phonemes = graph.node("Cast", List.of(lengths), Attribute.of("to", FLOAT));
        hum(graph, graph.node("Mul", List.of(phonemes, length)), speaker, "output");
        return typed(graph, Set.of("input", "input_lengths", "sid"));
    }

    /** A folder of Kokoro's kind with these styles, which differ in pitch. */
    static void kokoro(Path folder, String... styles) throws IOException {
        Files.createDirectories(folder.resolve("voices"));
        Files.write(folder.resolve("tiny.onnx"), kokoroNetwork());
        for (int i = 0; i < styles.length; i++) {
            ByteBuffer style = ByteBuffer.allocate(510 * 256 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            while (style.hasRemaining()) {
                style.putFloat(i);
            }
            Files.write(folder.resolve("voices/" + styles[i] + ".bin"), style.array());
        }
        Files.writeString(folder.resolve("voices/readme.bin"), "not a style");
    }

    private static byte[] kokoroNetwork() throws IOException {
        GraphBuilder graph = new GraphBuilder();
        String tokens = graph.input("tokens", "1", "phonemes");
        String style = graph.input("style", "1", "256");
        String speed = graph.input("speed", "1");
        String count = graph.node("Cast", List.of(graph.node("Size", List.of(tokens))), Attribute.of("to", FLOAT));
        String speaker = graph.node("ReduceMean", List.of(style), Attribute.of("keepdims", 0L));
        hum(graph, graph.node("Div", List.of(count, speed)), speaker, "audio");
        return typed(graph, Set.of("tokens"));
    }

    private static void hum(GraphBuilder graph, String phonemes, String speaker, String output) {
        String samples = graph.node("Mul", List.of(phonemes, graph.scalar(400)));
        String count = graph.node(
                "Reshape",
                List.of(
                        graph.node("Cast", List.of(samples), Attribute.of("to", INT64)),
                        graph.constant("scalar", new long[0], 0)));
        String zero = graph.constant("zero", new long[] {0});
        String one = graph.constant("step", new long[] {1});
        String time =
                graph.node("Cast", List.of(graph.node("Range", List.of(zero, count, one))), Attribute.of("to", FLOAT));
        String pitch =
                graph.node("Mul", List.of(graph.node("Add", List.of(speaker, graph.scalar(1))), graph.scalar(0.05f)));
        String wave = graph.node("Sin", List.of(graph.node("Mul", List.of(time, pitch))));
        graph.output(graph.node("Mul", List.of(wave, graph.scalar(0.5f))), output, "samples");
    }

    private static Attribute axis() {
        return Attribute.of("axis", 0L);
    }

    /** The graph with these inputs as whole numbers. */
    private static byte[] typed(GraphBuilder graph, Set<String> whole) throws InvalidProtocolBufferException {
        ModelProto.Builder model = ModelProto.parseFrom(graph.toModel(new TreeMap<>())).toBuilder();
        for (ValueInfoProto.Builder input : model.getGraphBuilder().getInputBuilderList()) {
            if (whole.contains(input.getName())) {
                input.getTypeBuilder().getTensorTypeBuilder().setElemType((int) INT64);
            }
        }
        return model.build().toByteArray();
    }
}
