package dev.hearken.server.system;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the server is.
 *
 * @param status {@code up}; {@code degraded} if something below is; {@code down} if no request can be answered
 * @param live whether the process works at all: if not, restart it
 * @param ready whether it should get requests
 * @param degraded what does not work as it should, and why
 * @param models what is loaded
 * @param executionProvider what ONNX Runtime computes on
 * @param version the release
 */
@Schema(name = "Health")
record Health(
        @Schema(allowableValues = {"up", "degraded", "down"})
        String status,

        boolean live,
        boolean ready,
        List<Degradation> degraded,
        List<LoadedModel> models,

        @Schema(example = "CPU") String executionProvider,

        @Schema(example = "0.1.0") String version) {

    /** Without what is nobody's business who may only know whether it runs. */
    Health inShort() {
        return new Health(status, live, ready, List.of(), List.of(), executionProvider, version);
    }

    /** Something that does not work as it should. */
    @Schema(name = "Degradation")
    record Degradation(
            @Schema(example = "project digits") String what,

            @Schema(example = "version 2: its bytes changed; version 1 answers")
            String reason) {}

    /** What answers for a project. */
    @Schema(name = "LoadedModel")
    record LoadedModel(String project, @Nullable Integer version) {}
}
