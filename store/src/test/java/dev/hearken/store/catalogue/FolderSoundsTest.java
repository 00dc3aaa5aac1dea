package dev.hearken.store.catalogue;

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

class FolderSoundsTest {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    /** FIPS 180-2, appendix B.1. */
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private FolderSounds sounds;

    @BeforeEach
    void open() {
        sounds = new FolderSounds(folder.resolve("sounds"));
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
        FolderSounds blocked = new FolderSounds(Files.writeString(folder.resolve("file"), "in the way"));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> blocked.keep(ABC))
                .satisfies(e -> assertThat(e.code()).isEqualTo("HOME_UNUSABLE"));
    }
}
