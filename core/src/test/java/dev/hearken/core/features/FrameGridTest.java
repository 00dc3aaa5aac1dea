package dev.hearken.core.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FrameGridTest {
    @Test
    void countsOnlyWholeFrames() {
        FrameGrid grid = FrameGrid.of(400, 160);
        assertThat(grid.frames(399)).isZero();
        assertThat(grid.frames(400)).isEqualTo(1);
        assertThat(grid.frames(559)).isEqualTo(1);
        assertThat(grid.frames(560)).isEqualTo(2);
        assertThat(grid.frames(16000)).isEqualTo(98);
    }

    @Test
    void paddingAddsFramesAtBothEnds() {
        FrameGrid grid = new FrameGrid(512, 160, 256);
        assertThat(grid.frames(16000)).isEqualTo(1 + 16000 / 160);
        assertThat(grid.start(0)).isEqualTo(-256);
        assertThat(grid.start(2)).isEqualTo(64);
    }

    @Test
    void knowsTheFewestSamplesForSomeFrames() {
        FrameGrid grid = FrameGrid.of(400, 160);
        assertThat(grid.samplesFor(0)).isZero();
        assertThat(grid.samplesFor(98)).isEqualTo(15920);
        assertThat(grid.frames(15920)).isEqualTo(98);
        assertThat(grid.frames(15919)).isEqualTo(97);
    }

    @Test
    void refusesLengthsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrameGrid.of(0, 1))
                .withMessageContaining("got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrameGrid.of(1, -3))
                .withMessageContaining("got -3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameGrid(1, 1, -1))
                .withMessageContaining("got -1");
    }
}
