package dev.hearken.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hearken.core.graph.Attribute;
import dev.hearken.core.graph.GraphBuilder;
import dev.hearken.core.model.DetectionRule;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.OperatingPoint;
import dev.hearken.core.model.Provenance;
import dev.hearken.core.streaming.Detection;
import dev.hearken.core.streaming.DetectorPool;
import dev.hearken.core.task.LabelSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** The program of docs/detection.md, run on a stream by plain ONNX Runtime, detects what Hearken does. */
class DocumentedDetectionTest {
    private static final Path PAGE = Path.of("../docs/detection.md");
    private static final int RATE = 16_000;
    private static final int WINDOW = 8_000;
    private static final int HOP = 1_280;

    @TempDir
    private Path folder;

    @Test
    void pythonDetectsTheSame() throws IOException {
        assumeTrue(Program.exists("python3"), "Python is not here");
        Path python = PinnedPython.with(Path.of("target/python").toAbsolutePath(), Path.of("plain/requirements.txt"));
        ModelFile model = loudness();
        model.write(folder.resolve("hey-computer.onnx"));
        Files.writeString(
                folder.resolve("stream.py"), Snippets.in(PAGE, "python").get(0));
        short[] sound = bursts();
        Files.write(folder.resolve("sound.raw"), bytes(sound));

        String printed = Program.output(folder, "sh", "-c", python + " stream.py < sound.raw");

        List<Detection> expected = detections(model, sound);
        assertThat(expected).hasSize(2);
        assertThat(printed.lines()).hasSize(2);
        for (int i = 0; i < 2; i++) {
            String[] words = printed.lines().toList().get(i).split(" ", -1);
            assertThat(words[0]).isEqualTo("burst");
            assertThat(Double.parseDouble(words[1])).isEqualTo(expected.get(i).endSeconds());
            assertThat(Double.parseDouble(words[2])).isCloseTo(expected.get(i).score(), within(1e-4));
        }
    }

    private static List<Detection> detections(ModelFile model, short... sound) {
        float[] samples = new float[sound.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = sound[i] * 0x1p-15f;
        }
        try (DetectorPool pool = DetectorPool.open(model)) {
            assertThat(pool.isStateful()).isTrue();
            return pool.detector(RATE).push(samples).stream()
                    .flatMap(hop -> hop.detection().stream())
                    .toList();
        }
    }

    /** Three bursts of half a second: the second follows the first within the refractory. */
    private static short[] bursts() {
        short[] sound = new short[70 * HOP];
        for (int burst : new int[] {16_000, 26_000, 60_000}) {
            for (int i = 0; i < 8_000; i++) {
                sound[burst + i] = (short) (20_000 * Math.sin(0.1 * i));
            }
        }
        return sound;
    }

    private static byte[] bytes(short... sound) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * sound.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(sound);
        return bytes.array();
    }

    /** Tells loud half seconds: sigmoid(60 * mean square - 6). */
    private static ModelFile loudness() {
        GraphBuilder graph = new GraphBuilder();
        String audio = graph.input("audio", "batch", "samples");
        String squares = graph.node("Unsqueeze", List.of(graph.node("Mul", List.of(audio, audio)), graph.indices(1)));
        String power = graph.node(
                "AveragePool",
                List.of(squares),
                Attribute.ofInts("kernel_shape", WINDOW),
                Attribute.ofInts("strides", HOP));
        String logit = graph.node("Sub", List.of(graph.node("Mul", List.of(power, graph.scalar(60))), graph.scalar(6)));
        String burst = graph.node("Sigmoid", List.of(logit));
        String rest = graph.node("Sub", List.of(graph.scalar(1), burst));
        String both = graph.node("Concat", List.of(burst, rest), Attribute.of("axis", 1));
        graph.output(
                graph.node("Transpose", List.of(both), Attribute.ofInts("perm", 0, 2, 1)),
                "frame_probabilities",
                "batch",
                "frames",
                "2");
        graph.output(
                graph.node("ReduceMax", List.of(both), Attribute.ofInts("axes", 2), Attribute.of("keepdims", 0)),
                "probabilities",
                "batch",
                "2");
        return ModelFile.of(
                graph,
                new ModelMetadata(
                                "phrase",
                                LabelSet.of("burst", "_background_"),
                                RATE,
                                WINDOW,
                                HOP,
                                List.of(),
                                JsonNodeFactory.instance.objectNode(),
                                new Provenance("phrase", Map.of(), 1, "", 0, Map.of(), "2026-01-01T00:00:00Z"),
                                List.of())
                        .withDetection(
                                new DetectionRule(3, RATE, WINDOW),
                                List.of(new OperatingPoint("burst", 0.75, 0, 1, 0, 1))));
    }
}
