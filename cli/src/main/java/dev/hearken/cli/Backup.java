package dev.hearken.cli;

import dev.hearken.store.backup.BackupWriter;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken backup}: all that a home knows in one file. */
@Command(
        name = "backup",
        description = {
            "Put all that a home knows into one file: tables, sounds, models, reports. Servers and workers may go on"
                    + " meanwhile;",
            "what was acknowledged before it began is in it."
        },
        footer = {"", "Example: hearken backup /srv/backups"})
final class Backup implements Runnable {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FILE|DIR", description = "A new file, or a directory for one called by the moment.")
    private Path target = Path.of("");

    @Override
    public void run() {
        InstantSource clock = InstantSource.system();
        Path file = Files.isDirectory(target)
                ? target.resolve("hearken-" + MOMENT.format(clock.instant()) + ".zip")
                : target.toAbsolutePath();
        Home opened = home.open();
        try (Database database = Database.open(opened)) {
            tell(new BackupWriter(opened, database, clock).write(file));
        }
    }

    private void tell(BackupWriter.Summary made) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("file", made.file().toString());
        counts.put("rows", made.rows());
        counts.put("sounds", made.sounds());
        counts.put("models", made.models());
        counts.put("run_files", made.runFiles());
        counts.put("missing", made.missing());
        spec.commandLine()
                .getOut()
                .println(
                        Json.isWanted(spec.commandLine())
                                ? Json.of(counts)
                                : "%s: %,d rows, %,d sounds, %,d models, %,d files of runs%s"
                                        .formatted(
                                                made.file(),
                                                made.rows(),
                                                made.sounds(),
                                                made.models(),
                                                made.runFiles(),
                                                made.missing() == 0
                                                        ? ""
                                                        : "; %,d were damaged and are not in it"
                                                                .formatted(made.missing())));
    }
}
