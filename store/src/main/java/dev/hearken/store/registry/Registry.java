package dev.hearken.store.registry;

import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.store.contents.Shelf;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which models there are, and which of them answers.
 *
 * <p>A version never changes; {@link Alias}es move. Every method either does all it says or nothing, whatever dies meanwhile. Safe to
 * use from many threads, and from many processes on one home. Where a project or version is named that is not there, methods throw
 * {@link StoreError#NOT_FOUND}.
 */
public final class Registry {
    private final Database database;
    private final ModelShelf shelf;
    private final Clock clock;

    private Registry(Database database, ModelShelf shelf, Clock clock) {
        this.database = database;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** The registry of a home, with the starter models of this release in it. */
    public static Registry open(Home home, Database database, Clock clock) {
        return open(home, database, clock, Starters.load());
    }

    /** The registry of a home, with these starter models, by project, in it. */
    static Registry open(Home home, Database database, Clock clock, Map<String, ModelFile> starters) {
        Registry registry = new Registry(database, new ModelShelf(Shelf.MODELS.of(home)), clock);
        starters.forEach(registry::installStarter);
        return registry;
    }

    /**
     * Makes a project; one that is there already with the same recipe is returned.
     *
     * @throws StoreException {@link StoreError#INVALID} for a bad name, {@link StoreError#CONFLICT} if it has another recipe
     */
    public Project create(String name, String recipe) {
        return create(name, recipe, Optional.empty());
    }

    /**
     * Makes a project of a typed phrase; one that is there already with the same recipe and phrase is returned.
     *
     * @throws StoreException {@link StoreError#INVALID} for a bad name, {@link StoreError#CONFLICT} if it has another recipe or phrase
     */
    public Project create(String name, String recipe, Optional<String> phrase) {
        Project project = new Project(name, recipe, phrase, now());
        return database.write(handle -> {
            RegistryTables tables = new RegistryTables(handle);
            Optional<Project> present = tables.project(name);
            if (present.isEmpty()) {
                tables.insert(project);
                return project;
            }
            if (!present.get().recipe().equals(recipe)) {
                throw new StoreException(
                        StoreError.CONFLICT,
                        "project " + name + " is of recipe " + present.get().recipe() + ", not " + recipe);
            }
            if (!present.get().phrase().equals(phrase)) {
                throw new StoreException(StoreError.CONFLICT, "project " + name + " listens for another phrase");
            }
            return present.get();
        });
    }

    /**
     * Deletes a project and all that is said of it: versions, clips, jobs. Its runs stay, and tell of no project any more. Files stay too:
     * others may have the same content.
     */
    public void delete(String name) {
        require(name);
        database.change(handle -> new RegistryTables(handle).delete(name, clock.instant()));
    }

    /** What a project may do without anybody asking. */
    public Policy policy(String name) {
        require(name);
        return database.read(handle -> new RegistryTables(handle).policy(name));
    }

    /** Decides what a project may do without anybody asking. */
    public void decide(String name, Policy policy) {
        require(name);
        database.change(handle -> new RegistryTables(handle).set(name, policy));
    }

    /** The project of that name. */
    public Optional<Project> project(String name) {
        return database.read(handle -> new RegistryTables(handle).project(name));
    }

    /** All projects, by name. */
    public List<Project> projects() {
        return database.read(handle -> new RegistryTables(handle).projects());
    }

    /**
     * Keeps a model as the project's next version. It serves nobody until it is promoted. A model that is there already keeps its number.
     *
     * @throws StoreException {@link StoreError#CONFLICT} if the model's task is not the project's recipe
     */
    public ModelVersion register(String project, ModelFile model, Origin origin) {
        requireTask(require(project), model.metadata());
        // The file first: a row must never name a file that is not there.
        shelf.put(model);
        return database.write(handle -> insert(new RegistryTables(handle), project, model, origin));
    }

    /** The project's versions, oldest first. */
    public List<ModelVersion> versions(String project) {
        require(project);
        return database.read(handle -> new RegistryTables(handle).versions(project));
    }

    /** One version; empty if the project or the version is not there. */
    public Optional<ModelVersion> version(String project, int number) {
        return database.read(handle -> new RegistryTables(handle).version(project, number));
    }

    /** The version an alias stands for; empty if the project is not there or the alias stands for none. */
    public Optional<ModelVersion> version(String project, Alias alias) {
        return database.read(handle -> new RegistryTables(handle).version(project, alias));
    }

    /** The version an alias stands for in every project that has one, by project. */
    public Map<String, ModelVersion> versions(Alias alias) {
        return database.read(handle -> new RegistryTables(handle).versions(alias));
    }

    /** Which version each alias stands for; aliases that stand for none are absent. */
    public Map<Alias, Integer> aliases(String project) {
        return database.read(handle -> new RegistryTables(handle).aliases(project));
    }

    /**
     * The model of a version.
     *
     * @throws StoreException {@link StoreError#MODEL_DAMAGED} if the file is gone or its bytes changed
     */
    public ModelFile load(ModelVersion version) {
        return shelf.get(version.sha256());
    }

    /** A file of this machine with the model of a version. It must not be changed. */
    public Path file(ModelVersion version) {
        return shelf.place(version.sha256());
    }

    /** Makes a version wait for promotion. */
    public void propose(String project, int number) {
        database.change(handle -> {
            requireVersion(handle, project, number);
            new RegistryTables(handle).move(project, Alias.CANDIDATE, number, now());
        });
    }

    /** Makes a version answer; the one that answered becomes the previous. Nothing happens if it answers already. */
    public void promote(String project, int number) {
        database.change(handle -> promote(handle, project, number));
    }

    /**
     * Makes the previous version answer again; the one that answered becomes the previous, so a second rollback undoes the first.
     *
     * @return the version that now answers
     * @throws StoreException {@link StoreError#NO_PREVIOUS_VERSION} if no other version has answered yet
     */
    public ModelVersion rollback(String project) {
        require(project);
        return database.write(handle -> {
            ModelVersion previous = new RegistryTables(handle)
                    .version(project, Alias.PREVIOUS)
                    .orElseThrow(() -> new StoreException(
                            StoreError.NO_PREVIOUS_VERSION,
                            "project " + project + " has no earlier version to go back to"));
            promote(handle, project, previous.number());
            return previous;
        });
    }

    /** A starter takes over from nothing and from an older starter, never from a version the user made live. */
    private void installStarter(String name, ModelFile starter) {
        String recipe = starter.metadata().task();
        String sha256 = starter.digest();
        Optional<Project> present = project(name);
        boolean known = database.read(handle -> new RegistryTables(handle).version(name, sha256))
                .isPresent();
        boolean nameTaken = present.isPresent() && !present.get().recipe().equals(recipe);
        if (known || nameTaken) {
            return;
        }
        shelf.put(starter);
        database.change(handle -> {
            RegistryTables tables = new RegistryTables(handle);
            if (tables.project(name).isEmpty()) {
                tables.insert(new Project(name, recipe, Optional.empty(), now()));
            }
            ModelVersion version = insert(tables, name, starter, Origin.STARTER);
            Optional<ModelVersion> live = tables.version(name, Alias.LIVE);
            if (live.isEmpty() || live.get().origin() == Origin.STARTER) {
                promote(handle, name, version.number());
            }
        });
    }

    private ModelVersion insert(RegistryTables tables, String project, ModelFile model, Origin origin) {
        return tables.version(project, model.digest()).orElseGet(() -> {
            ModelVersion version = new ModelVersion(
                    project,
                    tables.nextNumber(project),
                    model.digest(),
                    model.toBytes().length,
                    origin,
                    summary(model.metadata()),
                    now());
            tables.insert(version);
            return version;
        });
    }

    private void promote(Handle handle, String project, int number) {
        requireVersion(handle, project, number);
        RegistryTables tables = new RegistryTables(handle);
        Integer live = tables.aliases(project).get(Alias.LIVE);
        if (live != null && live == number) {
            return;
        }
        if (live != null) {
            tables.move(project, Alias.PREVIOUS, live, now());
        }
        tables.move(project, Alias.LIVE, number, now());
        tables.remove(project, Alias.CANDIDATE, number);
    }

    private Project require(String project) {
        return project(project)
                .orElseThrow(() -> new StoreException(StoreError.NOT_FOUND, "there is no project " + project));
    }

    private static void requireVersion(Handle handle, String project, int number) {
        if (new RegistryTables(handle).version(project, number).isEmpty()) {
            throw new StoreException(StoreError.NOT_FOUND, "project " + project + " has no version " + number);
        }
    }

    private static void requireTask(Project project, ModelMetadata metadata) {
        if (!metadata.task().equals(project.recipe())) {
            throw new StoreException(
                    StoreError.CONFLICT,
                    "the model's task is " + metadata.task() + ", but project " + project.name() + " is of recipe "
                            + project.recipe());
        }
    }

    private static ModelVersion.Summary summary(ModelMetadata metadata) {
        return new ModelVersion.Summary(
                metadata.labels(),
                metadata.sampleRateHz(),
                metadata.windowSamples(),
                metadata.metrics().toString());
    }

    /** The tables keep milliseconds; what is returned must be what will be read back. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
