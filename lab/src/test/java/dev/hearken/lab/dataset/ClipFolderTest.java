package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.core.HearkenException;
import dev.hearken.core.task.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipFolderTest {
    @TempDir
    Path root;

    @Test
    void digitSpeakerAndTakeAreReadFromTheName() throws IOException {
        Path file = touch("7_theo_12.wav");
        touch("0_george_3.wav");
        touch("notes.txt");

        ClipFolder folder = ClipFolder.read(root);

        assertThat(folder.layout()).isEqualTo("label-in-name");
        assertThat(folder.clips())
                .contains(new LabelledClip(file, new Label("7"), Optional.of("theo"), OptionalInt.of(12)));
        assertThat(folder.groups()).containsExactly("george", "theo");
    }

    @Test
    void aFolderAboveTheRecordingsIsUnderstoodToo() throws IOException {
        touch("recordings/7_theo_12.wav");
        touch("recordings/8_theo_12.wav");
        touch("recordings/untold.wav");

        ClipFolder folder = ClipFolder.read(root);

        assertThat(folder.labels().names()).containsExactly("7", "8");
        assertThat(folder.unplaced()).containsExactly(root.resolve("recordings/untold.wav"));
    }

    @Test
    void aFolderIsALabelAndTheSpeakersHashIsTheGroup() throws IOException {
        touch("yes/0b40aa8e_nohash_2.flac");
        touch("_unknown_/bird_0b40aa8e_nohash_0.flac");
        touch("_silence_/1024.flac");
        touch("_background_noise_/pink.wav");
        touch(".cache/yes.wav");

        ClipFolder folder = ClipFolder.read(root);

        assertThat(folder.noises()).containsExactly(root.resolve("_background_noise_/pink.wav"));
        assertThat(folder.unplaced()).isEmpty();
        assertThat(folder.layout()).isEqualTo("folder-per-label");
        assertThat(folder.labels().names()).containsExactly("_silence_", "_unknown_", "yes");
        assertThat(folder.clips())
                .extracting(LabelledClip::group)
                .containsExactly(Optional.empty(), Optional.of("0b40aa8e"), Optional.of("0b40aa8e"));
    }

    @Test
    void aFoldOfEscIsTheGroup() throws IOException {
        touch("dog/3-157695-A.ogg");
        touch("dog/3-157695-A-0.ogg");

        assertThat(ClipFolder.read(root).clips())
                .extracting(LabelledClip::group)
                .containsOnly(Optional.of("fold-3"));
    }

    @Test
    void aFolderBetweenLabelAndFileIsTheGroup() throws IOException {
        touch("yes/anna/1.MP3");
        touch("no/bert/x.wav");

        assertThat(ClipFolder.read(root).groups()).containsExactly("anna", "bert");
    }

    @Test
    void foldersForThePartsOfASplitAreNotLabels() throws IOException {
        touch("train/yes/0b40aa8e_nohash_2.flac");
        touch("train/no/anna/1.wav");
        touch("val/no/bert/1.wav");
        touch("Test/yes/carl/1.wav");

        ClipFolder folder = ClipFolder.read(root);

        assertThat(folder.layout()).isEqualTo("folder-per-part");
        assertThat(folder.labels().names()).containsExactly("no", "yes");
        assertThat(folder.groups()).containsExactly("0b40aa8e", "anna", "bert", "carl");
        assertThat(Fold.given(folder.clips())).hasValueSatisfying(fold -> {
            assertThat(fold.train()).hasSize(2);
            assertThat(fold.validation()).hasSize(1);
            assertThat(fold.test()).hasSize(1);
        });
    }

    @Test
    void aLabelMayBeCalledTest() throws IOException {
        touch("test/1.wav");
        touch("toast/1.wav");

        assertThat(ClipFolder.read(root).labels().names()).containsExactly("test", "toast");
        assertThat(Fold.given(ClipFolder.read(root).clips())).isEmpty();
    }

    @Test
    void aNameThatTellsNothingGivesNoGroup() throws IOException {
        touch("yes/my_own_recording_3.wav");
        touch("no/b.wav");

        assertThat(ClipFolder.read(root).groups()).isEmpty();
    }

    @Test
    void labelsThatAreNumbersStandInTheirOrder() throws IOException {
        for (String label : List.of("10", "9", "2")) {
            touch(label + "/a.wav");
        }

        assertThat(ClipFolder.read(root).labels().names()).containsExactly("2", "9", "10");
    }

    @Test
    void whatCannotBeUsedIsRefusedWithAStableCode() throws IOException {
        assertCode("DATASET_NOT_FOUND", root.resolve("absent"));
        assertCode("DATASET_NO_AUDIO", root);
        assertCode("DATASET_NOT_A_FOLDER", touch("alone.wav"));
        assertCode("DATASET_NO_LABELS", root);
    }

    @Test
    void theRealFoldersAreReadAsTheirAuthorsMeantThem() {
        ClipFolder digits = ClipFolder.read(SharedData.folder("fsdd"));
        assertThat(digits.clips()).hasSize(3000);
        assertThat(digits.labels().names()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(digits.groups()).containsExactly("george", "jackson", "lucas", "nicolas", "theo", "yweweler");
        assertThat(digits.unplaced()).isEmpty();

        ClipFolder commands = ClipFolder.read(SharedData.folder("speech-commands"));
        assertThat(commands.labels().size()).isEqualTo(12);
        assertThat(commands.clips())
                .filteredOn(clip -> clip.group().isEmpty())
                .extracting(clip -> clip.label().name())
                .containsOnly("_silence_");

        ClipFolder sounds = ClipFolder.read(SharedData.folder("esc10"));
        assertThat(sounds.clips()).hasSize(320);
        assertThat(sounds.groups()).containsExactly("fold-1", "fold-2", "fold-3", "fold-4");

        ClipFolder scored = ClipFolder.read(SharedData.folder("spoken-english-scored"));
        assertThat(scored.layout()).isEqualTo("audiofolder");
        assertThat(scored.recordings()).hasSize(2500);
        assertThat(scored.clips()).isEmpty();
        assertThat(scored.groups()).hasSize(125);
        assertThat(scored.skipped()).isEmpty();
        assertThat(scored.recordings().get(0).attributes())
                .containsEntry("fluency", "8.75")
                .containsEntry("prosodic", "8.50")
                .containsEntry("text", "WE CALL IT BEAR");
    }

    private static void assertCode(String code, Path folder) {
        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(() -> ClipFolder.read(folder))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Path touch(String name) throws IOException {
        Path file = root.resolve(name);
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return Files.createFile(file);
    }
}
