package dev.hearken.store.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL server in a temporary directory, started when the first test asks for it and ended with the tests. */
public final class PostgresServer {
    /** Where Debian's packages put each release. */
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    /** The server refuses to run as root, so it is run as the user the package made. */
    private static final String USER = "postgres";

    private static final String MIGRATED = "migrated";
    private static final int LOOKS = 150;
    private static final int LOOK_EVERY_MILLIS = 100;

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final int port;

    private PostgresServer(int port) {
        this.port = port;
    }

    /** The server all tests of this process share. They are skipped where PostgreSQL is not installed. */
    public static PostgresServer running() {
        return Shared.SERVER.orElseGet(
                () -> Assumptions.abort("PostgreSQL is not installed (Debian: apt-get install postgresql)"));
    }

    private static final class Shared {
        static final Optional<PostgresServer> SERVER = binaries().map(PostgresServer::start);
    }

    /** The address of a new database with the tables of this release, and nothing in them. */
    public String newDatabase() {
        return newDatabase(MIGRATED);
    }

    /** The address of a new database without tables. */
    public String newEmptyDatabase() {
        return newDatabase("template1");
    }

    private String newDatabase(String template) {
        String name = "tested_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(address("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return address(name);
    }

    private String address(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER;
    }

    private static Optional<Path> binaries() {
        try (Stream<Path> releases = Files.list(INSTALLED)) {
            return releases.map(release -> release.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    private static PostgresServer start(Path binaries) {
        try {
            Path directory = Files.createTempDirectory("hearken-postgres");
            if (isRoot()) {
                Files.setOwner(
                        directory,
                        directory
                                .getFileSystem()
                                .getUserPrincipalLookupService()
                                .lookupPrincipalByName(USER));
            }
            Path data = directory.resolve("data");
            run(
                            directory,
                            binaries,
                            "initdb",
                            "-D",
                            data.toString(),
                            "-U",
                            USER,
                            "--auth=trust",
                            "--encoding=UTF8",
                            "--locale=C")
                    .waitFor();
            int port = freePort();
            // What a crash of the machine would lose is not worth waiting for in tests.
            Process process = run(
                    directory,
                    binaries,
                    "postgres",
                    "-D",
                    data.toString(),
                    "-p",
                    "" + port,
                    "-c",
                    "fsync=off",
                    "-k",
                    directory.toString());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(binaries, process, directory)));
            PostgresServer server = new PostgresServer(port);
            server.await(process);
            server.prepare();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Migrates once what every test's database is a copy of. */
    private void prepare() throws IOException {
        try (Connection connection = DriverManager.getConnection(address("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + MIGRATED);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Home home = new Home(
                Files.createTempDirectory("hearken-home"), Map.of(PostgresAddress.VARIABLE, address(MIGRATED)));
        Database.open(home.open()).close();
    }

    private static Process run(Path directory, Path binaries, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + USER, "--clear-groups"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(directory.resolve("log").toFile()))
                .start();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private void await(Process process) throws InterruptedException {
        SQLException last = new SQLException("it ended at once");
        for (int look = 0; look < LOOKS && process.isAlive(); look++) {
            try {
                DriverManager.getConnection(address("postgres")).close();
                return;
            } catch (SQLException notYet) {
                last = notYet;
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
        throw new IllegalStateException("the PostgreSQL server does not answer", last);
    }

    private static void end(Path binaries, Process process, Path directory) {
        try {
            // Fast: whoever a test left connected would keep it waiting.
            String data = directory.resolve("data").toString();
            run(directory, binaries, "pg_ctl", "stop", "-m", "fast", "-D", data)
                    .onExit()
                    .join();
        } catch (IOException unstoppable) {
            process.destroyForcibly();
        }
        process.onExit().join();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException leftover) {
            throw new UncheckedIOException(leftover);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
