package dev.hearken.lab.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.store.database.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistillationTest {
    private static final Recipe KEYWORDS = Recipe.named("keywords");

    @TempDir
    private Path data;

    @TempDir
    private Path cache;

    @Test
    void aSmallNetworkIsTaughtByALargeOneAndItsModelSaysSo() throws IOException {
        SpokenWords.write(data, "up", "down");

        ModelFile model = RecipeRun.open(
                        KEYWORDS,
                        settings(
                                "network=bcresnet1",
                                "distillation.teacher=embedding",
                                "training.epochs=1",
                                "training.passes=1"),
                        ClipFolder.read(data),
                        Home.open(cache))
                .train(Occasion.quiet());

        assertThat(model.metadata().provenance().settings())
                .containsEntry("network", "bcresnet1")
                .containsEntry("distillation.teacher", "embedding");
        // The student rests on what its teacher rests on.
        assertThat(model.metadata().licences()).extracting(Licence::work).containsExactly("Google speech embedding 1");
    }

    @Test
    void theTeacherIsTrainedByItsOwnDefaultsOnTheStudentsSplit() {
        Settings student = settings("network=dscnn-s", "distillation.teacher=embedding", "seed=7", "window_seconds=2");

        Settings teacher = student.distillation().ofTeacher(KEYWORDS, student);

        assertThat(teacher.network()).isEqualTo("embedding");
        assertThat(teacher.seed()).isEqualTo(7);
        assertThat(teacher.windowSeconds())
                .isEqualTo(KEYWORDS.defaults("embedding").windowSeconds());
        assertThat(teacher.training()).isEqualTo(KEYWORDS.defaults("embedding").training());
        assertThat(teacher.distillation().isWanted()).isFalse();
    }

    @Test
    void aTeacherThatCannotTeachIsRefused() {
        Recipe digits = Recipe.named("digits");
        Settings telephone = Settings.of(digits, List.of("network=crnn", "distillation.teacher=embedding"));

        assertRefused("TEACHER_HEARS_OTHERWISE", "8000", digits, telephone);
        assertRefused("TEACHER_UNKNOWN", "embeding", KEYWORDS, settings("distillation.teacher=embeding"));
        assertThatThrownBy(() -> settings("distillation.share=1.5")).hasMessageContaining("distillation.share");
        assertThatThrownBy(() -> settings("distillation.temperature=0")).hasMessageContaining("temperature");
    }

    private static Settings settings(String... overrides) {
        return Settings.of(KEYWORDS, List.of(overrides));
    }

    private static void assertRefused(String code, String told, Recipe recipe, Settings settings) {
        assertThatThrownBy(() -> settings.distillation().ofTeacher(recipe, settings))
                .hasMessageContaining(told)
                .extracting(failure -> ((HearkenException) failure).code())
                .isEqualTo(code);
    }
}
