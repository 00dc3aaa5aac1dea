package dev.hearken.cli;

import dev.hearken.core.model.ModelFile;
import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Origin;
import dev.hearken.store.registry.Registry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a trained model goes. */
sealed interface Destination {
    /** Puts the model there. */
    Kept keep(ModelFile model);

    /** The project whose model it becomes, if it becomes one. */
    Optional<String> project();

    /**
     * A model in its place.
     *
     * @param file the place
     * @param properties the place, for programs
     * @param inWords the place, for people
     */
    record Kept(Path file, Map<String, Object> properties, String inWords) {}

    /** A file of the user's choice. */
    record ToFile(Path file) implements Destination {
        @Override
        public Kept keep(ModelFile model) {
            model.write(file);
            return new Kept(file, Map.of("file", file.toString()), "wrote " + file);
        }

        @Override
        public Optional<String> project() {
            return Optional.empty();
        }
    }

    /** The next version of a project of the home, which answers once it is promoted. */
    record Candidate(Registry registry, String name) implements Destination {
        @Override
        public Kept keep(ModelFile model) {
            ModelVersion version = registry.register(name, model, Origin.TRAINED);
            registry.propose(name, version.number());
            String called = name + "@" + version.number();
            return new Kept(
                    registry.file(version),
                    Map.of("project", name, "version", version.number()),
                    called + " is a candidate; hearken models promote " + called + " makes it answer");
        }

        @Override
        public Optional<String> project() {
            return Optional.of(name);
        }
    }
}
