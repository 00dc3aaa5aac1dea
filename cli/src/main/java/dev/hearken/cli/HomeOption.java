package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.ModelFile;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Registry;
import dev.hearken.store.runs.RunLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --home}: the directory whose models a verb works with. */
final class HomeOption {
    /** How a MODEL is named, for help. */
    static final String MODEL_HELP = "An .onnx file, or a project of the home: digits, digits@2, digits@candidate.";

    /** How a RUN is named, for help. */
    static final String RUN_HELP = "A run's id or how it begins, as runs list shows.";

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where models are kept; else $HEARKEN_HOME, else ~/.hearken.")
    @Nullable
    Path directory;

    Path path() {
        return directory == null ? Home.locate(System.getenv(), Path.of(System.getProperty("user.home"))) : directory;
    }

    /** The home, with what the environment says is kept elsewhere. */
    Home open() {
        return new Home(path(), System.getenv()).open();
    }

    /** Asks the home's registry something. */
    <T> T ask(Function<Registry, T> question) {
        Home home = open();
        try (Database database = Database.open(home)) {
            return question.apply(Registry.open(home, database, Clock.systemUTC()));
        }
    }

    /** Asks the home's record of trainings something. */
    <T> T askRuns(Function<RunLog, T> question) {
        try (Database database = Database.open(open())) {
            return question.apply(new RunLog(database, Clock.systemUTC(), UUID::randomUUID));
        }
    }

    /** Asks or tells the home who may do what. */
    <T> T askAccounts(Function<AccountBook, T> question) {
        try (Database database = Database.open(open())) {
            return question.apply(AccountBook.of(database, Clock.systemUTC()));
        }
    }

    /**
     * The model a user means.
     *
     * @param name as {@link #MODEL_HELP} says
     * @throws HearkenException {@code MODEL_NOT_FOUND}, or as {@link ModelFile#read}
     */
    ModelFile model(String name) {
        Path file = Path.of(name);
        if (Files.exists(file) || name.endsWith(".onnx")) {
            return ModelFile.read(file);
        }
        return ask(registry -> registry.load(version(registry, name).orElseThrow(() -> notFound(registry, name))));
    }

    /** The version of a name such as {@code digits@2}; the live one without a number. */
    static Optional<ModelVersion> version(Registry registry, String name) {
        int at = name.indexOf('@');
        if (at < 0) {
            return registry.version(name, Alias.LIVE);
        }
        String project = name.substring(0, at);
        String which = name.substring(at + 1);
        if (which.matches("\\d{1,9}")) {
            return registry.version(project, Integer.parseInt(which));
        }
        return Arrays.stream(Alias.values())
                .filter(alias -> alias.name().toLowerCase(Locale.ROOT).equals(which))
                .findFirst()
                .flatMap(alias -> registry.version(project, alias));
    }

    private HearkenException notFound(Registry registry, String name) {
        String known =
                registry.projects().stream().map(project -> project.name()).collect(Collectors.joining(", "));
        return HearkenException.user(
                "MODEL_NOT_FOUND",
                "no file and no model named '%s'; the projects in %s are: %s"
                        .formatted(name, path(), known.isEmpty() ? "none" : known));
    }
}
