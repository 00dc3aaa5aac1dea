package dev.hearken.core.features;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.graph.GraphBuilder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipWindowTest {
    private static final int RATE = 8000;

    @Test
    void aShortClipStandsInTheMiddleAndTheOddZeroAtTheEnd() {
        Waveform clip = Waveform.of(new float[] {1, 2, 3}, RATE);

        assertThat(new ClipWindow(6, 2).fit(clip).toArray()).containsExactly(0, 1, 2, 3, 0, 0);
    }

    @Test
    void ofALongClipTheLoudestWindowIsTaken() {
        Waveform clip = Waveform.of(new float[] {0, 1, 0, 0, 5, 0, 1, 1}, RATE);

        // Windows of 3 start at 0, 2 and 4, with energies 1, 25 and 26.
        assertThat(new ClipWindow(3, 2).fit(clip).toArray()).containsExactly(5, 0, 1);
    }

    @Test
    void ofEquallyLoudWindowsTheFirstIsTaken() {
        Waveform clip = Waveform.of(new float[] {1, 0, 0, 1, 0, 0}, RATE);

        assertThat(new ClipWindow(3, 3).fit(clip).toArray()).containsExactly(1, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99, 100, 101, 119, 120, 121, 560})
    void theGraphTakesTheSameWindow(int length) throws OrtException {
        ClipWindow window = new ClipWindow(100, 20);
        SplittableRandom random = new SplittableRandom(length);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) random.nextDouble(-1, 1);
        }

        assertThat(inOnnxRuntime(window, samples))
                .containsExactly(window.fit(Waveform.of(samples, RATE)).toArray());
    }

    private static float[] inOnnxRuntime(ClipWindow window, float[] samples) throws OrtException {
        GraphBuilder graph = new GraphBuilder();
        String audio = graph.input("audio", "batch", "samples");
        graph.output(window.appendTo(graph, audio), "window", "batch", Integer.toString(window.samples()));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {1, samples.length};
        try (OrtSession session = environment.createSession(graph.toModel(new TreeMap<>()));
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(samples), shape);
                OrtSession.Result result = session.run(Map.of("audio", input))) {
            return ((float[][]) result.get(0).getValue())[0];
        }
    }
}
