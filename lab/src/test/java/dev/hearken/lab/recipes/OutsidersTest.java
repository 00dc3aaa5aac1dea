package dev.hearken.lab.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.audio.Waveform;
import dev.hearken.lab.dataset.Fold;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.LoadedClip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutsidersTest {
    private static final Fold TESTING_FOLD_1 =
            new Fold("1", List.of(), List.of(), List.of(LabelledClip.of(Path.of("rain.wav"), "fluid_leak", "fold-1")));

    private final Outsiders outsiders = new Outsiders(clips("rooster", "helicopter", "baby", "sneeze"));

    @Test
    void whatTestsAFoldIsNeitherOfAClassNorOfAGroupItLearnedFrom() {
        for (int index = 0; index < 2; index++) {
            List<LabelledClip> learnt = labelled(outsiders.learntBy(TESTING_FOLD_1, index));
            List<LabelledClip> tested = labelled(outsiders.testing(TESTING_FOLD_1, index));

            assertThat(tested)
                    .hasSize(2)
                    .allMatch(clip -> clip.group().orElseThrow().equals("fold-1"));
            assertThat(learnt)
                    .hasSize(2)
                    .noneMatch(clip -> clip.group().orElseThrow().equals("fold-1"));
            assertThat(learnt.stream().map(LabelledClip::label))
                    .doesNotContainAnyElementsOf(
                            tested.stream().map(LabelledClip::label).toList());
        }
    }

    @Test
    void theNextFoldIsTestedOnTheClassesThisOneLearnedFrom() {
        assertThat(labelled(outsiders.testing(TESTING_FOLD_1, 0)).stream().map(LabelledClip::label))
                .containsExactlyInAnyOrderElementsOf(labelled(outsiders.learntBy(TESTING_FOLD_1, 1)).stream()
                        .map(LabelledClip::label)
                        .toList());
    }

    private static List<LoadedClip> clips(String... labels) {
        List<LoadedClip> clips = new ArrayList<>();
        for (String label : labels) {
            for (String group : List.of("fold-1", "fold-2")) {
                clips.add(new LoadedClip(
                        LabelledClip.of(Path.of(group, label + ".wav"), label, group),
                        Waveform.of(new float[10], 16_000)));
            }
        }
        return clips;
    }

    private static List<LabelledClip> labelled(List<LoadedClip> clips) {
        return clips.stream().map(LoadedClip::clip).toList();
    }
}
