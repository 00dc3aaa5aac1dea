package dev.hearken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    private Path folder;

    @Test
    void aHomeComesBackFromAFileCalledByTheMoment() throws IOException {
        String before = Called.with("models", "list", "--home", home("old")).out();

        Called backup = Called.with("backup", folder.toString(), "--home", home("old"), "--json");
        assertThat(backup.exitCode()).isZero();
        assertThat(backup.out()).contains("\"missing\":0");
        assertThat(onlyZip().getFileName().toString()).matches("hearken-\\d{8}-\\d{6}\\.zip");

        Called restore = Called.with("restore", onlyZip().toString(), "--home", home("new"));
        assertThat(restore.exitCode()).isZero();
        assertThat(Called.with("models", "list", "--home", home("new")).out()).isEqualTo(before);
    }

    @Test
    void aHomeInUseIsNotRestoredInto() {
        String file = folder.resolve("backup.zip").toString();
        Called.with("models", "list", "--home", home("old"));
        assertThat(Called.with("backup", file, "--home", home("old")).out()).contains("rows", "models");

        Called restore = Called.with("restore", file, "--home", home("old"));
        assertThat(restore.exitCode()).isEqualTo(1);
        assertThat(restore.err()).contains("[HOME_NOT_EMPTY]");
    }

    private String home(String name) {
        return folder.resolve(name).toString();
    }

    private Path onlyZip() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .findAny()
                    .orElseThrow();
        }
    }
}
