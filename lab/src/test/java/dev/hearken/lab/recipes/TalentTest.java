package dev.hearken.lab.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.LabelledClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalentTest {
    private static final Recipe TALENT = Recipe.named("talent");

    @TempDir
    private Path data;

    @Test
    void aPerformanceIsGoodFromTheThresholdOn() throws IOException {
        // Means of fluency and prosody: 8, 7.875 and 7.
        RecipeClips clips = scored("8,8", "7.75,8", "7,7");

        assertThat(clips.labels().names()).containsExactly("bad", "good");
        assertThat(clips.clips()).extracting(clip -> clip.label().name()).containsExactly("good", "good", "bad");
    }

    @Test
    void theThresholdIsASetting() throws IOException {
        assertThat(scored(Settings.of(TALENT, List.of("score_threshold=6")), "8,8", "7,7", "5,5")
                        .clips())
                .extracting(clip -> clip.label().name())
                .containsExactly("good", "good", "bad");
    }

    @Test
    void aScoreOnTheThresholdIsAnEvenChanceAndOneAPointAwayAlmostSure() throws IOException {
        List<LabelledClip> clips =
                scored("7.875,7.875", "8.875,8.875", "6.875,6.875").clips();
        Settings settings = Settings.of(TALENT, List.of());

        assertThat(TALENT.certainty(clips.get(0), settings)).isEqualTo(0.5f);
        // 1 / (1 + e^(-1 / 0.5)) = 0.881
        assertThat(TALENT.certainty(clips.get(1), settings)).isCloseTo(0.881f, within(5e-4f));
        assertThat(TALENT.certainty(clips.get(2), settings)).isCloseTo(0.881f, within(5e-4f));
    }

    @Test
    void aClipWithoutScoresKeepsTheLabelItHas() throws IOException {
        for (String label : List.of("good", "bad")) {
            Files.write(Files.createDirectories(data.resolve(label)).resolve("a.wav"), new byte[] {1});
        }
        List<LabelledClip> clips = RecipeClips.of(TALENT, Settings.of(TALENT, List.of()), ClipFolder.read(data))
                .clips();

        assertThat(clips).hasSize(2);
        assertThat(TALENT.certainty(clips.get(0), Settings.of(TALENT, List.of())))
                .isEqualTo(1);
    }

    private RecipeClips scored(String... scores) throws IOException {
        return scored(Settings.of(TALENT, List.of()), scores);
    }

    private RecipeClips scored(Settings settings, String... scores) throws IOException {
        StringBuilder table = new StringBuilder("file_name,fluency,prosodic\n");
        for (int i = 0; i < scores.length; i++) {
            Files.write(data.resolve(i + ".wav"), new byte[] {1});
            table.append(i).append(".wav,").append(scores[i]).append('\n');
        }
        Files.writeString(data.resolve("metadata.csv"), table);
        return RecipeClips.of(TALENT, settings, ClipFolder.read(data));
    }
}
