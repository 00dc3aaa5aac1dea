package dev.hearken.lab.synthesis;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import java.lang.ref.Cleaner;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A network that turns phonemes into samples, run by ONNX Runtime.
 *
 * <p>It is loaded when it first speaks, for a voice that is only listed should cost nothing, and its native memory is freed when the
 * last voice that holds it is gone. One run uses one thread, for voices speak side by side. Safe for use by many threads.
 */
final class SpeechNetwork {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Path file;
    private @Nullable OrtSession session;

    SpeechNetwork(Path file) {
        this.file = file;
    }

    /** What it can be given, such as {@code tokens} and {@code style}. */
    Set<String> inputs() throws OrtException {
        return session().getInputNames();
    }

    /**
     * What the network says.
     *
     * @param inputs by name: arrays, or arrays of arrays, of {@code long} or {@code float}
     * @param sampleRateHz of what it says
     */
    Speech speak(Map<String, Object> inputs, int sampleRateHz) {
        try {
            return speech(run(inputs), sampleRateHz);
        } catch (OrtException e) {
            return new Skipped(SkipReason.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private float[] run(Map<String, Object> inputs) throws OrtException {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (Map.Entry<String, Object> input : inputs.entrySet()) {
                tensors.put(input.getKey(), OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), input.getValue()));
            }
            try (OrtSession.Result result = session().run(tensors)) {
                FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] samples = new float[values.remaining()];
                values.get(samples);
                return samples;
            }
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private synchronized OrtSession session() throws OrtException {
        if (session == null) {
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
                OrtSession opened = OrtEnvironment.getEnvironment().createSession(file.toString(), options);
                CLEANER.register(this, () -> close(opened));
                session = opened;
            }
        }
        return session;
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed to close a session", e);
        }
    }

    /** In 16 bits, as the catalogue will give it back. */
    private static Speech speech(float[] samples, int sampleRateHz) {
        for (float sample : samples) {
            if (!Float.isFinite(sample)) {
                return new Skipped(SkipReason.FAILED, "the network gave a sample that is " + sample);
            }
        }
        return Optional.of(AudioReader.standard().read(WavWriter.toBytes(Waveform.of(samples, sampleRateHz))))
                .filter(Decoded.class::isInstance)
                .map(decoding -> ((Decoded) decoding).waveform())
                .<Speech>map(waveform -> SilenceTrim.isSilent(waveform)
                        ? new Skipped(SkipReason.SILENT, waveform + " without speech")
                        : new Spoken(waveform))
                .orElse(new Skipped(SkipReason.UNREADABLE_AUDIO, samples.length + " samples"));
    }
}
