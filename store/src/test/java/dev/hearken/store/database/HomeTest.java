package dev.hearken.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path directory;

    @Test
    void theHomeIsWhereTheVariableSays() {
        assertThat(Home.locate(Map.of("HEARKEN_HOME", "/srv/hearken"), Path.of("/home/ada")))
                .isEqualTo(Path.of("/srv/hearken"));
    }

    @Test
    void withoutTheVariableTheHomeIsInTheUsersOwnDirectory() {
        assertThat(Home.locate(Map.of(), Path.of("/home/ada"))).isEqualTo(Path.of("/home/ada/.hearken"));
        assertThat(Home.locate(Map.of("HEARKEN_HOME", " "), Path.of("/home/ada")))
                .isEqualTo(Path.of("/home/ada/.hearken"));
    }

    @Test
    void openingAHomeMakesItsDirectories() {
        Home home = Home.open(directory.resolve("new/home"));

        assertThat(home.cache()).isDirectory();
        assertThat(home.databaseFile().getParent()).isDirectory();
    }

    @Test
    void aFileWhereTheHomeShouldBeIsReportedByName() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> Home.open(file))
                .withMessageContaining(file.toString())
                .extracting(StoreException::error)
                .isEqualTo(StoreError.HOME_UNUSABLE);
    }
}
