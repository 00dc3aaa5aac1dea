package dev.hearken.server.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How much memory this process holds, what is native too: Linux tells, others do not. */
final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final long BYTES_A_KB = 1_024;

    private ProcessMemory() {}

    static Optional<Long> residentBytes() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_A_KB)
                    .findFirst();
        } catch (IOException | NumberFormatException notHere) {
            return Optional.empty();
        }
    }
}
