package dev.hearken.store.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hearken.store.database.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderContentsTest {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    /** FIPS 180-2, appendix B.1. */
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private FolderContents sounds;

    @BeforeEach
    void open() {
        sounds = new FolderContents(folder.resolve("sounds"), Shelf.SOUNDS);
    }

    @Test
    void aSoundIsFoundByItsContent() {
        assertThat(sounds.keep(ABC)).isEqualTo(SHA256_OF_ABC);
        assertThat(sounds.find(SHA256_OF_ABC))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(ABC));
    }

    @Test
    void theSameSoundLiesThereOnceAndNothingElseBeside() throws IOException {
        sounds.keep(ABC);
        sounds.keep(ABC.clone());
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(sounds.file(SHA256_OF_ABC));
        }
    }

    @Test
    void aSoundThatWasCutOrChangedIsNotFoundAndCanBeKeptAgain() throws IOException {
        Path file = sounds.file(sounds.keep(ABC));
        for (byte[] broken : new byte[][] {{'a', 'b', 'd'}, Arrays.copyOf(ABC, 2), {}}) {
            Files.write(file, broken);
            assertThat(sounds.find(SHA256_OF_ABC)).isEmpty();
            sounds.keep(ABC);
            assertThat(sounds.find(SHA256_OF_ABC)).isPresent();
        }
    }

    @Test
    void whatIsForgottenIsGone() {
        sounds.forget(sounds.keep(ABC));
        sounds.forget(SHA256_OF_ABC);
        assertThat(sounds.find(SHA256_OF_ABC)).isEmpty();
    }

    @Test
    void aNameCannotLeadOutOfTheFolder() {
        assertThatIllegalArgumentException().isThrownBy(() -> sounds.find("../../../../etc/passwd"));
    }

    @Test
    void aFolderThatCannotBeMadeIsTheOperatorsToMend() throws IOException {
        FolderContents blocked =
                new FolderContents(Files.writeString(folder.resolve("file"), "in the way"), Shelf.SOUNDS);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> blocked.keep(ABC))
                .satisfies(e -> assertThat(e.code()).isEqualTo("HOME_UNUSABLE"));
    }

    @Test
    void everythingIsListedAndHalfWrittenFilesAreNot() throws IOException {
        FolderContents models = new FolderContents(folder.resolve("models"), Shelf.MODELS);
        assertThat(models.all()).isEmpty();
        String model = models.keep(ABC);
        String sound = sounds.keep(ABC);
        Files.writeString(sounds.file(sound).resolveSibling("new123.tmp"), "ab");
        assertThat(models.all()).containsExactly(model);
        assertThat(sounds.all()).containsExactly(sound);
    }

    @Test
    void aFullDiskIsNamed() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder)) {
            FolderContents small = new FolderContents(disk.root().resolve("sounds"), Shelf.SOUNDS);
            String before = small.keep(ABC);
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> small.keep(new byte[SmallDisk.BYTES + 1]))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("DISK_FULL"));
            assertThat(small.all()).as("and nothing half-written").containsExactly(before);
        }
    }
}
