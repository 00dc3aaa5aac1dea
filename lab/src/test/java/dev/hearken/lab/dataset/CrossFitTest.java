package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossFitTest {
    @Test
    void everyClipStandsAsideOnceAndItsGroupWithIt() {
        List<LabelledClip> clips = IntStream.range(0, 40)
                .mapToObj(i -> LabelledClip.of(Path.of(i + ".wav"), "label" + i % 2, "group" + i % 5))
                .toList();

        List<LabelledClip> aside = new ArrayList<>();
        for (ValidationSplit.Parts parts : CrossFit.of(clips, 4, 1)) {
            Set<Object> shared = new HashSet<>(
                    parts.train().stream().map(LabelledClip::group).toList());
            shared.retainAll(
                    parts.validation().stream().map(LabelledClip::group).toList());
            assertThat(shared).isEmpty();
            assertThat(parts.train()).hasSize(40 - parts.validation().size());
            aside.addAll(parts.validation());
        }
        assertThat(aside).containsExactlyInAnyOrderElementsOf(clips);
    }

    @Test
    void twoGroupsAreTooFewToStandAsideWhole() {
        List<LabelledClip> clips = IntStream.range(0, 24)
                .mapToObj(i -> LabelledClip.of(Path.of(i + ".wav"), "label" + i % 2, "group" + i % 2))
                .toList();

        assertThat(CrossFit.of(clips, 3, 1))
                .hasSize(3)
                .allMatch(parts -> parts.validation().size() == 8);
    }
}
