package dev.hearken.server.clips;

import dev.hearken.core.features.Features;
import dev.hearken.core.features.FrontEnd;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is seen in a recording: one row a frame, one number a band or coefficient.
 *
 * @param hopSeconds how far each frame is from the one before
 * @param values shape [frames, channels]
 */
@Schema(name = "Features", description = "One row a frame, one number a band or coefficient.")
record FeatureTable(
        @Schema(example = "log-mel") String kind,
        int frames,
        int channels,
        @Schema(example = "0.01") double hopSeconds,
        List<List<Float>> values) {
    static FeatureTable of(FeatureKind kind, Features features) {
        FrontEnd frontEnd = kind.frontEnd();
        return new FeatureTable(
                kind.word(),
                features.frames(),
                features.channels(),
                (double) frontEnd.grid().hopSamples() / frontEnd.sampleRateHz(),
                IntStream.range(0, features.frames())
                        .mapToObj(frame -> row(features, frame))
                        .toList());
    }

    private static List<Float> row(Features features, int frame) {
        return IntStream.range(0, features.channels())
                .mapToObj(channel -> features.value(frame, channel))
                .toList();
    }
}
