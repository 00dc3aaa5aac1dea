package dev.hearken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    @TempDir
    private Path folder;

    @Test
    void predictIsMeasuredOnAClipOfTheGivenLength() {
        Path model = folder.resolve("mean.onnx");
        MeanModel.file().write(model);

        Called bench = Called.with("bench", "predict", model.toString(), "--runs", "3", "--seconds", "0.5", "--json");

        assertThat(bench.exitCode()).isZero();
        assertThat(bench.out())
                .startsWith("{\"bench\":\"predict\"")
                .contains("\"audio_seconds\":0.5,\"runs\":3,\"median_ms\":");
    }

    @Test
    void streamsAreMeasuredTogether() {
        Path model = folder.resolve("mean.onnx");
        MeanModel.file().write(model);

        Called bench = Called.with("bench", "streams", model.toString(), "--streams", "3", "--hops", "4", "--json");

        assertThat(bench.exitCode()).isZero();
        assertThat(bench.out())
                .startsWith("{\"bench\":\"streams\"")
                .contains("\"streams\":3,\"each_frame_once\":false", "\"streams_per_core\":");
        assertThat(Called.with("bench", "streams", model.toString(), "--streams", "0")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Called.with("bench", "streams", model.toString(), "--rate", "16000", "--hops", "2")
                        .out())
                .contains("each window computed anew: one core carries");
    }

    @Test
    void featuresAreMeasuredInWordsToo() {
        assertThat(Called.with("bench", "features", "LOG_MEL_8K", "--runs", "3").out())
                .startsWith("LOG_MEL_8K, 1.0 s of audio: median ")
                .contains("times real time");
    }

    @Test
    void nothingIsNotMeasured() {
        assertThat(Called.with("bench", "features", "--runs", "0").exitCode()).isEqualTo(2);
    }
}
