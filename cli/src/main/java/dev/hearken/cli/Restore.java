package dev.hearken.cli;

import dev.hearken.store.backup.BackupReader;
import dev.hearken.store.database.Home;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken restore}: a backup becomes a home again. */
@Command(
        name = "restore",
        description = {
            "Make a new home of a backup. Every byte is checked first. It may lie in another database than before,",
            "so that a backup is also how one moves from SQLite to PostgreSQL, or to a bucket."
        },
        footer = {"", "Example: hearken restore hearken-20261121-220000.zip --home /srv/hearken"})
final class Restore implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FILE", description = "What hearken backup wrote.")
    private Path file = Path.of("");

    @Override
    public void run() {
        Home target = new Home(home.path(), System.getenv());
        new BackupReader(target).read(file);
        spec.commandLine().getOut().println(target.root() + " is as it was");
    }
}
