package dev.hearken.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObservationsTest {
    private final Observations seen = new Observations();

    @Test
    void countingFromOneAgainIsAnotherNetworkAndTheLastIsTheModel() {
        seen.epoch("model.onnx", Tones.epoch(1, 0.9));
        seen.epoch("model.onnx", Tones.epoch(2, 0.8));
        seen.epoch("model.onnx", Tones.epoch(1, 0.7));

        assertThat(seen.courses()).extracting(Course::name).containsExactly("model.onnx, rehearsal 1", "model.onnx");
        assertThat(seen.courses().get(0).epochs()).hasSize(2);
        assertThat(seen.courses().get(1).epochs()).containsExactly(Tones.epoch(1, 0.7));
    }

    @Test
    void eachFoldHasItsOwnCourse() {
        seen.epoch("without ann", Tones.epoch(1, 0.9));
        seen.epoch("without ben", Tones.epoch(1, 0.8));

        assertThat(seen.courses()).extracting(Course::name).containsExactly("without ann", "without ben");
    }

    @Test
    void whereNothingHappenedNothingIsReported() {
        assertThat(seen.courses()).isEmpty();
        assertThat(seen.scoring()).isEmpty();
    }
}
