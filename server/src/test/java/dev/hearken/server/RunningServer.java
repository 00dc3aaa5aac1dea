package dev.hearken.server;

import dev.hearken.core.model.ModelFile;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.registry.Origin;
import dev.hearken.store.registry.Registry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A real server on a free port, and the registry as another process on the same home would see it. */
final class RunningServer implements AutoCloseable {
    final Home home;
    final Database database;
    final Registry registry;
    final HearkenServer server;
    final Client client;

    /** A home with a project {@code loudness} whose live version 1 is {@link LoudnessModel} with bias -1, served. */
    RunningServer(Path directory) {
        this(directory, settings -> settings);
    }

    /** The same, with other settings. */
    RunningServer(Path directory, UnaryOperator<ServerSettings> change) {
        home = Home.open(directory);
        database = Database.open(home);
        registry = Registry.open(home, database, Clock.systemUTC());
        registry.create("loudness", "loudness");
        registry.create("empty", "loudness");
        promote(LoudnessModel.withBias(-1));
        server = HearkenServer.start(change.apply(ServerSettings.of(directory)
                .withPort(0)
                .withRecipes(List.of(
                        new RecipeOffer("loudness", "How loud is it?", List.of("mean"), Map.of("seed", "1"))))));
        client = new Client(server.address());
    }

    /** Registers a version of {@code loudness} and makes it live; returns its number. */
    int promote(ModelFile model) {
        int number = registry.register("loudness", model, Origin.UPLOADED).number();
        registry.promote("loudness", number);
        return number;
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
