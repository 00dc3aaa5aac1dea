package dev.hearken.store.contents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A disk of one megabyte, in memory. Tests that want it are skipped where this process may not mount one. */
public final class SmallDisk implements AutoCloseable {
    /** How much fits on it. */
    public static final int BYTES = 1 << 20;

    private final Path root;

    private SmallDisk(Path root) {
        this.root = root;
    }

    /** A new one in a folder below this one. */
    public static SmallDisk mount(Path folder) throws IOException {
        Path root = Files.createDirectory(folder.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + BYTES, "none", root.toString());
        Assumptions.assumeTrue(mounted, "only root may mount a small disk");
        return new SmallDisk(root);
    }

    /** Where it is. */
    public Path root() {
        return root;
    }

    @Override
    public void close() throws IOException {
        var unused = run("umount", root.toString());
    }

    private static boolean run(String... command) throws IOException {
        return new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue() == 0;
    }
}
