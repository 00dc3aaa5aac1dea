package dev.hearken.cli;

import dev.hearken.lab.recipes.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --config}: settings from a file, under those of the command line. */
final class ConfigOption {
    @Option(
            names = "--config",
            paramLabel = "FILE.yaml",
            description = "Settings by the same names, nested or dotted; KEY=VALUE goes over them.")
    private @Nullable Path file;

    /** The file's settings, then these. */
    List<String> under(List<String> settings) {
        return file == null
                ? settings
                : Stream.concat(SettingsFile.read(file).stream(), settings.stream())
                        .toList();
    }
}
