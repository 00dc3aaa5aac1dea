package dev.hearken.store.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.hearken.core.model.ModelFile;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.OnEveryDatabase;
import dev.hearken.store.database.TestedDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class StartersTest {
    private final TestedDatabase tested;

    private static final ModelFile OLD = TinyModels.model("digits", 1);
    private static final ModelFile NEW = TinyModels.model("digits", 2);
    private static final ModelFile OWN = TinyModels.model("digits", 3);

    @TempDir
    Path directory;

    private Home home;
    private Database database;

    StartersTest(TestedDatabase tested) {
        this.tested = tested;
    }

    @BeforeEach
    void open() {
        home = tested.home(directory);
        database = Database.open(home);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNewHomeServesTheStarterAtOnceAndOpeningItAgainChangesNothing() {
        release(OLD);
        Registry registry = release(OLD);

        assertThat(registry.projects()).map(Project::name).containsExactly("digits");
        assertThat(registry.versions("digits")).hasSize(1);
        assertThat(registry.version("digits", Alias.LIVE))
                .map(ModelVersion::origin)
                .contains(Origin.STARTER);
    }

    @Test
    void theNextReleasesStarterReplacesAnUntouchedOne() {
        release(OLD);
        Registry registry = release(NEW);
        assertThat(registry.aliases("digits")).containsOnly(entry(Alias.LIVE, 2), entry(Alias.PREVIOUS, 1));
    }

    @Test
    void theNextReleasesStarterNeverReplacesAUsersOwnVersion() {
        Registry before = release(OLD);
        before.register("digits", OWN, Origin.TRAINED);
        before.promote("digits", 2);

        Registry registry = release(NEW);
        assertThat(registry.versions("digits")).hasSize(3);
        assertThat(registry.version("digits", Alias.LIVE))
                .map(ModelVersion::number)
                .contains(2);
    }

    @Test
    void aUserWhoWentBackToAnOldStarterStaysThere() {
        release(OLD);
        release(NEW).rollback("digits");
        assertThat(release(NEW).version("digits", Alias.LIVE))
                .map(ModelVersion::number)
                .contains(1);
    }

    @Test
    void aUsersProjectOfAnotherRecipeIsLeftAlone() {
        release().create("digits", "custom");
        assertThat(release(OLD).versions("digits")).isEmpty();
    }

    @Test
    void whatComesWithThisReleaseIsUsable() {
        Registry registry = Registry.open(home, database, Clock.systemUTC());
        assertThat(registry.projects()).allSatisfy(project -> {
            ModelVersion live = registry.version(project.name(), Alias.LIVE).orElseThrow();
            assertThat(registry.load(live).metadata().task()).isEqualTo(project.recipe());
        });
    }

    private Registry release() {
        return Registry.open(home, database, Clock.systemUTC(), Map.of());
    }

    private Registry release(ModelFile starter) {
        return Registry.open(home, database, Clock.systemUTC(), Map.of("digits", starter));
    }
}
