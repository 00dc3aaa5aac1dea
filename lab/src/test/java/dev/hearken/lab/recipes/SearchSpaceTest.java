package dev.hearken.lab.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchSpaceTest {
    @Test
    void aGridIsEveryCombinationTheLastKeyChangingFastest() {
        SearchSpace space = SearchSpace.parse(List.of("training.learning_rate=1e-3,3e-3", "network=crnn,cnn"));

        assertThat(space.grid())
                .containsExactly(
                        List.of("training.learning_rate=1e-3", "network=crnn"),
                        List.of("training.learning_rate=1e-3", "network=cnn"),
                        List.of("training.learning_rate=3e-3", "network=crnn"),
                        List.of("training.learning_rate=3e-3", "network=cnn"));
    }

    @Test
    void aRandomSearchDrawsDifferentTrialsAndTheSameOnesFromTheSameSeed() {
        SearchSpace space = SearchSpace.parse(List.of("training.learning_rate=1e-4..1e-2", "network=crnn,cnn"));

        List<List<String>> trials = space.random(20, 7);

        assertThat(trials).hasSize(20).doesNotHaveDuplicates().isEqualTo(space.random(20, 7));
        assertThat(trials).isNotEqualTo(space.random(20, 8));
        assertThat(trials).allSatisfy(trial -> assertThat(number(trial.get(0))).isBetween(1e-4, 1e-2));
        // Log-uniform: as many below the geometric mean as above, where evenly drawn ones would be 9 of 10 above.
        assertThat(space.random(400, 1).stream().filter(trial -> number(trial.get(0)) < 1e-3))
                .hasSizeBetween(160, 240);
    }

    @Test
    void aRandomSearchEndsWhenThereIsNothingNewToDraw() {
        SearchSpace space = SearchSpace.parse(List.of("seed=1..3", "network=crnn,cnn"));

        assertThat(space.random(50, 1))
                .hasSize(6)
                .allSatisfy(trial -> assertThat(trial.get(0)).matches("seed=[123]"));
    }

    @Test
    void aRangeHasNoGrid() {
        SearchSpace space = SearchSpace.parse(List.of("seed=1..3"));

        assertThatThrownBy(space::grid)
                .hasMessageContaining("--trials")
                .extracting("code")
                .isEqualTo("SWEEP_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "=1,2", "seed=", "seed=1,,2", "seed=3..1", "seed=1,"})
    void whatIsNotASweepIsRefused(String word) {
        assertThatThrownBy(() -> SearchSpace.parse(List.of(word)))
                .extracting("code")
                .isEqualTo("SWEEP_INVALID");
    }

    @Test
    void aSweepHasLimits() {
        String many = "1,2,3,4,5,6,7,8,9,10";
        SearchSpace space = SearchSpace.parse(
                List.of("seed=" + many, "training.epochs=" + many, "training.passes=" + many, "network=cnn,crnn"));

        assertThatThrownBy(space::grid).hasMessageContaining("1000");
        assertThatThrownBy(() -> space.random(0, 1)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> SearchSpace.parse(List.of("seed=1", "seed=2"))).hasMessageContaining("twice");
    }

    private static double number(String setting) {
        return Double.parseDouble(setting.substring(setting.indexOf('=') + 1));
    }
}
