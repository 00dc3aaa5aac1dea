package dev.hearken.core.streaming;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;

/**
 * Lets a detector's detections through only where somebody speaks, so that a phrase's detector is not fooled by what is no voice.
 *
 * <p>Who speaks is told by Silero VAD 6 (Silero Team, <a href="https://github.com/snakers4/silero-vad">silero-vad</a>, MIT) at 16 kHz, in
 * frames of 32 ms. One gate serves many streams, on any threads; its network's memory is native: close it.
 */
public final class SpeechGate implements AutoCloseable {
    static final int RATE_HZ = 16_000;

    /** So many samples a frame, and so many of the one before it in front of them. */
    static final int FRAME_SAMPLES = 512;

    static final int CONTEXT_SAMPLES = 64;

    private static final String WEIGHTS = "silero_vad_v6.onnx";
    private static final long[] STATE = {2, 1, 128};
    private static final int STATE_SIZE = 256;

    private final OrtSession session;

    private SpeechGate(OrtSession session) {
        this.session = session;
    }

    /** A gate, open for streams. */
    public static SpeechGate open() {
        try (InputStream weights = SpeechGate.class.getResourceAsStream(WEIGHTS)) {
            if (weights == null) {
                throw new IllegalStateException(WEIGHTS + " is not in this build");
            }
            return new SpeechGate(Sessions.open(weights.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (OrtException refused) {
            throw new IllegalStateException("ONNX Runtime does not accept " + WEIGHTS, refused);
        }
    }

    /** The same stream with only those detections in which, or just before which, somebody speaks. */
    public StreamListener guard(Detector detector, int sampleRateHz) {
        return new GuardedStream(detector, new SpeechTrack(this, sampleRateHz));
    }

    /** What the network remembers of a stream that was silent so far. */
    static float[] silence() {
        return new float[STATE_SIZE];
    }

    /**
     * How likely somebody speaks in a frame.
     *
     * @param samples the context and the frame
     * @param state what is remembered of the stream; afterwards with this frame
     */
    float probability(float[] samples, float[] state) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor input = OnnxTensor.createTensor(
                        environment, FloatBuffer.wrap(samples), new long[] {1, samples.length});
                OnnxTensor memory = OnnxTensor.createTensor(environment, FloatBuffer.wrap(state), STATE);
                OnnxTensor rate =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {RATE_HZ}), new long[0]);
                OrtSession.Result result = session.run(Map.of("input", input, "state", memory, "sr", rate))) {
            ((OnnxTensor) result.get(1)).getFloatBuffer().get(state);
            return ((OnnxTensor) result.get(0)).getFloatBuffer().get();
        } catch (OrtException failed) {
            throw new IllegalStateException("ONNX Runtime failed to run " + WEIGHTS, failed);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new IllegalStateException("ONNX Runtime failed to close " + WEIGHTS, failed);
        }
    }
}
