package dev.hearken.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.server.system.Gpus.Gpu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpusTest {
    @Test
    void aLineOfTheProgramIsACard() {
        assertThat(Gpus.parse("NVIDIA L4, 37, 1024, 23034\nNVIDIA T4, 0, 3, 15360\n"))
                .containsExactly(
                        new Gpu("NVIDIA L4", 0.37, 1_024L << 20, 23_034L << 20),
                        new Gpu("NVIDIA T4", 0, 3L << 20, 15_360L << 20));
    }

    @Test
    void whatIsNotUnderstoodIsNoCard() {
        assertThat(Gpus.parse("NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver."))
                .isEmpty();
        assertThat(Gpus.parse("NVIDIA GRID, [N/A], [N/A], 8192\n")).isEmpty();
        assertThat(Gpus.parse("")).isEmpty();
    }

    @Test
    void theProgramIsLookedForWhereProgramsLie(@TempDir Path directory) throws IOException {
        assertThat(Gpus.ask(directory.toString())).isEmpty();
        Path program = Files.writeString(directory.resolve("nvidia-smi"), "#!/bin/sh\necho 'NVIDIA L4, 5, 1, 2'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(Gpus.ask("/nowhere:" + directory)).hasSize(1);
    }
}
