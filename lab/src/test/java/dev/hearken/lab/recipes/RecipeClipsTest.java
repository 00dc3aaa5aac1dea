package dev.hearken.lab.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearken.core.HearkenException;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.LabelledClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeClipsTest {
    private static final List<String> COMMANDS =
            List.of("yes", "no", "up", "down", "left", "right", "on", "off", "stop", "go");

    @TempDir
    private Path data;

    @Test
    void aDigitIsKnownByItsNameAndByItsWord() throws IOException {
        RecipeClips clips = read("digits", "7", "seven", "SEVEN", "eleven");

        assertThat(labels(clips.clips())).containsExactly("7", "7", "7");
        assertThat(labels(clips.outsiders())).containsExactly("eleven");
    }

    @Test
    void aSoundIsTheFaultItStandsForAndAnyOtherSoundIsAnOutsider() throws IOException {
        RecipeClips clips = read("faults", "chainsaw", "rain", "sea_waves", "dog_bark", "fluid_leak", "rooster");

        assertThat(labels(clips.clips()))
                .containsExactly("mechanical_fault", "normal_operation", "fluid_leak", "fluid_leak", "fluid_leak");
        assertThat(labels(clips.outsiders())).containsExactly("rooster");
        assertThat(clips.labels().names())
                .containsExactly("mechanical_fault", "electrical_fault", "fluid_leak", "normal_operation");
    }

    @Test
    void besideTheTenCommandsEveryOtherWordIsUnknown() throws IOException {
        folders(COMMANDS.toArray(String[]::new));
        RecipeClips clips = read("keywords", "marvin", "_unknown_", "_silence_");

        assertThat(clips.labels().names()).startsWith("yes", "no").endsWith("_unknown_", "_silence_");
        assertThat(labels(clips.clips())).filteredOn("_unknown_"::equals).hasSize(2);
        assertThat(clips.outsiders()).isEmpty();
    }

    @Test
    void withoutTheTenCommandsTheUsersOwnWordsAreTheAnswers() throws IOException {
        assertThat(read("keywords", "hello", "goodbye").labels().names()).containsExactly("goodbye", "hello");
        assertThat(read("keywords", "_unknown_").labels().names()).containsExactly("goodbye", "hello", "_unknown_");
    }

    @Test
    void aModelThatKnowsFewerLabelsTakesTheRestForOutsiders() throws IOException {
        RecipeClips clips = read("custom", "a", "b", "c").knownAs(LabelSet.of("c", "a"));

        assertThat(clips.labels().names()).containsExactly("c", "a");
        assertThat(labels(clips.clips())).containsOnly("a", "c").hasSize(6);
        assertThat(labels(clips.outsiders())).containsOnly("b");
    }

    @Test
    void aFolderWithNoneOfTheLabelsIsRefused() {
        assertThatThrownBy(() -> read("faults", "cow", "cat"))
                .hasMessageContaining("mechanical_fault")
                .extracting(failure -> ((HearkenException) failure).code())
                .isEqualTo("DATASET_NO_LABELS");
    }

    private RecipeClips read(String recipe, String... labels) throws IOException {
        folders(labels);
        Recipe named = Recipe.named(recipe);
        return RecipeClips.of(named, Settings.of(named, List.of()), ClipFolder.read(data));
    }

    /** A folder a label; of custom ones three clips each, the fewest it can learn from. */
    private void folders(String... labels) throws IOException {
        for (String label : labels) {
            Path folder = Files.createDirectories(data.resolve(label));
            for (int clip = 0; clip < (labels[0].equals("a") ? 3 : 1); clip++) {
                Files.write(folder.resolve("clip" + clip + ".wav"), new byte[] {1});
            }
        }
    }

    private static List<String> labels(List<LabelledClip> clips) {
        return clips.stream().map(clip -> clip.label().name()).toList();
    }
}
