package dev.hearken.core.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.hearken.core.HearkenException;
import java.util.Optional;

/** What ONNX Runtime computes on. */
public enum ExecutionProvider {
    /** The processor; it is always there. */
    CPU,
    /** An NVIDIA card; it wants ONNX Runtime's {@code onnxruntime_gpu} in place of {@code onnxruntime}, CUDA and cuDNN. */
    CUDA;

    private static final int FIRST_DEVICE = 0;

    /**
     * What was chosen.
     *
     * @param provider what is computed on
     * @param trouble why it is not what was asked for; empty if it is
     */
    public record Choice(ExecutionProvider provider, Optional<String> trouble) {}

    /**
     * Chooses what can be computed on here.
     *
     * @param wanted {@code auto} for CUDA where it is there, {@code cpu}, or {@code cuda}, which falls back to the processor and says why
     * @throws IllegalArgumentException for any other word
     */
    public static Choice choose(String wanted) {
        return switch (wanted) {
            case "cpu" -> new Choice(CPU, Optional.empty());
            case "auto" -> new Choice(missing().isEmpty() ? CUDA : CPU, Optional.empty());
            case "cuda" ->
                missing()
                        .map(reason -> new Choice(CPU, Optional.of("CUDA was asked for: " + reason)))
                        .orElseGet(() -> new Choice(CUDA, Optional.empty()));
            default -> throw new IllegalArgumentException("an execution provider is auto, cpu or cuda, got " + wanted);
        };
    }

    /**
     * Has a session computed on this.
     *
     * @throws HearkenException {@code CUDA_UNUSABLE}
     */
    public void use(SessionOptions options) {
        if (this == CUDA) {
            try {
                options.addCUDA(FIRST_DEVICE);
            } catch (OrtException unusable) {
                throw new HearkenException(
                        HearkenException.Kind.INSUFFICIENT_RESOURCES,
                        "CUDA_UNUSABLE",
                        "CUDA cannot be used: " + unusable.getMessage(),
                        unusable);
            }
        }
    }

    /** What CUDA lacks here; empty if it can be used. That the library was built for it does not mean that there is a card. */
    private static Optional<String> missing() {
        if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            return Optional.of("this ONNX Runtime was built without it");
        }
        try (SessionOptions options = new SessionOptions()) {
            CUDA.use(options);
            return Optional.empty();
        } catch (HearkenException unusable) {
            return Optional.of(String.valueOf(unusable.getMessage()));
        }
    }
}
