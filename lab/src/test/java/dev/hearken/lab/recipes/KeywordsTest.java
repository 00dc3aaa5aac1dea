package dev.hearken.lab.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.evaluation.Evaluation;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.Fold;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.Protocol;
import dev.hearken.store.database.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speech Commands as its authors lay it out: words, lists, background noises and no {@code _silence_}. */
class KeywordsTest {
    private static final Recipe KEYWORDS = Recipe.named("keywords");
    private static final String SILENCE = "_silence_";

    @TempDir
    private Path data;

    @TempDir
    private Path cache;

    @BeforeEach
    void words() throws IOException {
        SpokenWords.write(data, "up", "down");
    }

    @Test
    void silenceIsCutFromTheBackgroundNoisesWhereTheFolderHasNone() throws IOException {
        SpokenWords.writeNoises(data, 4);

        RecipeClips clips = clips();

        assertThat(clips.labels().names()).containsExactly("down", "up", SILENCE);
        // As many as of a word, two of each noise, each noise a group.
        assertThat(silence(clips)).hasSize(SpokenWords.SPEAKERS.size());
        assertThat(silence(clips))
                .extracting(clip -> clip.group().orElseThrow())
                .containsOnly("noise0.wav", "noise1.wav", "noise2.wav", "noise3.wav");
        assertThat(silence(clips))
                .allMatch(clip -> clip.span().isPresent() && clip.part().isEmpty());
    }

    @Test
    void withoutNoisesThereIsNoSilenceAndWithClipsOfItNoneIsMade() throws IOException {
        assertThat(clips().labels().names()).containsExactly("down", "up");

        SpokenWords.write(data, "up", "down", SILENCE);
        SpokenWords.writeNoises(data, 2);

        assertThat(silence(clips()))
                .hasSize(SpokenWords.SPEAKERS.size())
                .allMatch(clip -> clip.span().isEmpty());
    }

    @Test
    void aNoiseThatCannotBeReadIsListedAndNotFatal() throws IOException {
        SpokenWords.writeNoises(data, 3);
        Files.writeString(data.resolve("_background_noise_/broken.wav"), "no sound");

        RecipeRun run = open();

        assertThat(run.rejected())
                .extracting(rejected -> rejected.clip().file().getFileName().toString())
                .containsOnly("broken.wav");
        assertThat(run.loaded().labelled()).filteredOn(KeywordsTest::isSilence).isNotEmpty();
    }

    @Test
    void theDataSetsOwnListsAreTheOfficialSplitAndNoiseIsDividedInTime() throws IOException {
        SpokenWords.writeLists(data, "up", "down");
        SpokenWords.writeNoises(data, 1);

        Fold fold = open().folds(Protocol.parse("official")).get(0);

        assertThat(speakers(fold.test())).containsExactly("6f2f57c1");
        assertThat(speakers(fold.validation())).containsExactly("5e3dde6b");
        assertThat(speakers(fold.train())).hasSize(6).doesNotContain("6f2f57c1", "5e3dde6b");
        double lastTrained = fold.train().stream()
                .flatMap(clip -> clip.span().stream())
                .mapToDouble(span -> span.startSeconds())
                .max()
                .orElseThrow();
        assertThat(fold.test())
                .filteredOn(KeywordsTest::isSilence)
                .allMatch(clip -> clip.span().orElseThrow().startSeconds() > lastTrained);
    }

    @Test
    void theWholeRoadFromListsAndNoisesToAModelThatWasTested() throws IOException {
        SpokenWords.writeLists(data, "up", "down");
        SpokenWords.writeNoises(data, 1);

        Evaluation evaluation = open("training.epochs=2", "training.passes=1")
                .evaluate(Protocol.parse("official"), fold -> Occasion.quiet());

        assertThat(evaluation.labels().names()).containsExactly("down", "up", SILENCE);
        assertThat(evaluation.accuracy().trials()).isGreaterThanOrEqualTo(2);
    }

    private RecipeClips clips() {
        return RecipeClips.of(KEYWORDS, Settings.of(KEYWORDS, List.of()), ClipFolder.read(data));
    }

    private RecipeRun open(String... overrides) {
        List<String> settings = new ArrayList<>(List.of("network=bcresnet1"));
        settings.addAll(List.of(overrides));
        return RecipeRun.open(KEYWORDS, Settings.of(KEYWORDS, settings), ClipFolder.read(data), Home.open(cache));
    }

    private static List<LabelledClip> silence(RecipeClips clips) {
        return clips.clips().stream().filter(KeywordsTest::isSilence).toList();
    }

    private static boolean isSilence(LabelledClip clip) {
        return clip.label().name().equals(SILENCE);
    }

    private static List<String> speakers(List<LabelledClip> clips) {
        return clips.stream()
                .filter(clip -> !isSilence(clip))
                .map(LabelledClip::group)
                .map(Optional::orElseThrow)
                .distinct()
                .toList();
    }
}
