package dev.hearken.cli;

import dev.hearken.server.AccessSettings;
import dev.hearken.server.HearkenServer;
import dev.hearken.server.MonitoringSettings;
import dev.hearken.server.ServerSettings;
import dev.hearken.server.UploadLimits;
import dev.hearken.store.database.Home;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearken serve}: the API and the web app, until Ctrl-C. */
@Command(
        name = "serve",
        description = "Open the API and the web app, until Ctrl-C or SIGTERM.",
        footer = {"", "Example: hearken serve --port 8000"})
final class Serve implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:HEARKEN_PORT:-8000}",
            description = "Port to listen on, 0 for any free one; else $HEARKEN_PORT, else 8000.")
    private int port = ServerSettings.DEFAULT_PORT;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "${env:HEARKEN_HOST:-127.0.0.1}",
            description = "Address to listen on; else $HEARKEN_HOST, else 127.0.0.1, which only this machine reaches.")
    private String host = ServerSettings.LOOPBACK;

    @Option(
            names = "--insecure",
            description =
                    "Let others connect although there is no user and no token: whoever can may then do anything.")
    private boolean insecure;

    @Option(names = "--no-worker", description = "Start no worker: jobs wait for one started by itself.")
    private boolean noWorker;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Interruption interruption = Interruption.listen(err);
        try (HearkenServer server = HearkenServer.start(settings())) {
            Optional<WorkerProcess> worker =
                    noWorker ? Optional.empty() : Optional.of(WorkerProcess.start(home.path(), err));
            tell(server);
            interruption.await();
            worker.ifPresent(WorkerProcess::close);
        }
        return ExitCode.OK;
    }

    private void tell(HearkenServer server) {
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put("url", server.address().toString());
        ready.put("home", home.path().toString());
        spec.commandLine()
                .getOut()
                .println(
                        Json.isWanted(spec.commandLine())
                                ? Json.of(ready)
                                : "Hearken listens on " + server.address() + " (Ctrl-C stops it)");
    }

    private ServerSettings settings() {
        AccessSettings told = AccessSettings.of(System.getenv());
        AccessSettings access = insecure ? told.butInsecure() : told;
        try {
            Home opened = home.open();
            return new ServerSettings(
                    opened,
                    host,
                    port,
                    Offers.all(),
                    new InstalledSpeech(opened),
                    MonitoringSettings.of(System.getenv()),
                    access,
                    UploadLimits.of(System.getenv()));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }
}
