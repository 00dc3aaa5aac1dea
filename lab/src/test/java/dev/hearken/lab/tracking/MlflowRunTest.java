package dev.hearken.lab.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.lab.training.Progress;
import dev.hearken.store.runs.RunInputs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real server is read back in the checks; here there is none. */
class MlflowRunTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1", "sqlite:///mlflow.db", "http://no such host"})
    void aServerThatIsNotThereIsToldOnceAndDoesNotStopTheRun(String address) {
        List<String> warnings = new ArrayList<>();

        MlflowRun run = MlflowRun.start(
                Map.of("MLFLOW_TRACKING_URI", address),
                "0b5f6a52-3ac1-4c6c-9d0e-4a3f0e7f0d11",
                RunInputs.of("digits", Map.of()),
                InstantSource.system(),
                warnings::add);
        run.learnsFrom("a".repeat(64));
        run.epoch(new Progress(1, 1, 0.5, 0.4, 0.9, 1e-3, Duration.ZERO));
        run.finished("{}", false);

        assertThat(warnings).singleElement().asString().startsWith("warning: MLflow is not told");
    }
}
