package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupingTest {
    @TempDir
    Path root;

    @Test
    void aPatternFindsTheGroupInThePath() throws IOException {
        touch("yes/s1-0.wav");
        touch("no/s2-0.wav");
        touch("no/stray.wav");

        Grouping.Grouped grouped = Grouping.byPattern("/s(\\d)-").apply(ClipFolder.read(root));

        assertThat(grouped.folder().recordings())
                .extracting(Recording::group)
                .containsExactly(Optional.of("2"), Optional.empty(), Optional.of("1"));
        assertThat(grouped.guessed()).isZero();
        assertThat(Grouping.byPattern("s\\d")
                        .apply(ClipFolder.read(root))
                        .folder()
                        .groups())
                .containsExactly("s1", "s2");
    }

    @Test
    void whatIsToldIsNotGuessed() throws IOException {
        touch("yes/anna/0.wav");
        touch("no/bert/0.wav");

        assertThat(Grouping.asTold().apply(ClipFolder.read(root)).folder().groups())
                .containsExactly("anna", "bert");
    }

    @Test
    void aFewRecordingsAreNotWorthAGuess() throws IOException {
        touch("yes/0.wav");

        assertThat(Grouping.asTold().apply(ClipFolder.read(root)).guessed()).isZero();
    }

    @Test
    void aPatternThatIsWrongIsRefusedWithAStableCode() throws IOException {
        touch("yes/0.wav");
        ClipFolder folder = ClipFolder.read(root);

        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(() -> Grouping.byPattern("(never closed"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("GROUP_PATTERN_INVALID"));
        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(() -> Grouping.byPattern("speaker-(\\d+)").apply(folder))
                .withMessage("'speaker-(\\d+)' is found in no path, such as yes/0.wav")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("GROUP_PATTERN_NO_MATCH"));
    }

    private void touch(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file);
    }
}
