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
