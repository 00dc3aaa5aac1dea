package dev.hearken.cli;

import dev.hearken.cli.worker.WorkerLoop;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hearken worker}: does what the API asks for. */
@Command(
        name = "worker",
        description = {
            "Do the jobs that are asked for over the API: train, retrain, evaluate. serve starts one by itself.",
            "Any number may work on one home. One that dies loses nothing but time: its job is taken up where it was."
        },
        footer = {"", "Example: hearken worker --home /srv/hearken"})
final class Worker implements Callable<Integer> {
    /** What serve calls a worker with. */
    static final String WITH_PARENT = "--with-parent";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--once", description = "End when nothing is left to do.")
    private boolean once;

    @Option(names = WITH_PARENT, description = "End when standard input ends, as it does when whoever started it dies.")
    private boolean withParent;

    @Override
    public Integer call() throws InterruptedException {
        Interruption interruption = Interruption.listen(spec.commandLine().getErr());
        BooleanSupplier stop = withParent ? orphaned(interruption) : interruption;
        Home opened = home.open();
        String name = "worker-" + ProcessHandle.current().pid();
        try (Database database = Database.open(opened)) {
            WorkerLoop loop = new WorkerLoop(opened, database, name, Version::ofAll, stop);
            spec.commandLine().getErr().println(name + " is ready");
            if (once) {
                while (!stop.getAsBoolean() && loop.runOne()) {
                    // The next one.
                }
            } else {
                loop.run();
            }
        }
        return ExitCode.OK;
    }

    /** Whether whoever started this is gone: the operating system closes a dead process's end of the pipe. */
    private static BooleanSupplier orphaned(Interruption interruption) {
        Thread listener = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Nothing is said; only the end counts.
                }
            } catch (IOException closed) {
                // The end, too.
            }
        });
        listener.setDaemon(true);
        listener.start();
        return () -> interruption.getAsBoolean() || !listener.isAlive();
    }
}
