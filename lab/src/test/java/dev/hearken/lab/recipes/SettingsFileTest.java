package dev.hearken.lab.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    private Path folder;

    @Test
    void nestedKeysAreTheDottedOnes() throws IOException {
        Path file = write("""
                network: crnn
                training:
                  epochs: 20
                  learning_rate: 1e-3
                  class_weights: false
                augmentation.room: 0.5
                """);

        List<String> read = SettingsFile.read(file);

        assertThat(read)
                .containsExactly(
                        "network=crnn",
                        "training.epochs=20",
                        "training.learning_rate=0.001",
                        "training.class_weights=false",
                        "augmentation.room=0.5");
        assertThat(Settings.of(new Digits(), read).training().epochs()).isEqualTo(20);
    }

    @Test
    void anEmptyFileSetsNothing() throws IOException {
        assertThat(SettingsFile.read(write(""))).isEmpty();
        assertThat(SettingsFile.read(write("# later\n"))).isEmpty();
    }

    @Test
    void aMistypedKeyNamesTheNearestRightOne() throws IOException {
        List<String> read = SettingsFile.read(write("training:\n  epoch: 20\n"));

        assertThatThrownBy(() -> Settings.of(new Digits(), read))
                .hasMessageContaining("'training.epoch'; did you mean training.epochs?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"training: [1, 2]", "training:\n  epochs:", "crnn", "- 1", "a: b: c", "a: 'b"})
    void whatIsNotSettingsIsRefused(String text) throws IOException {
        Path file = write(text);

        assertThatThrownBy(() -> SettingsFile.read(file))
                .hasMessageContaining(file.toString())
                .extracting("code")
                .isEqualTo("CONFIG_UNREADABLE");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none.yaml")))
                .hasMessageContaining("none.yaml")
                .extracting("code")
                .isEqualTo("CONFIG_NOT_FOUND");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), text);
    }
}
