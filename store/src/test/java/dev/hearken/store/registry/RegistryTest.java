package dev.hearken.store.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.hearken.core.model.ModelFile;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.OnEveryDatabase;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.database.TestedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class RegistryTest {
    private final TestedDatabase tested;

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123456Z");

    @TempDir
    Path directory;

    private Home home;
    private Database database;
    private Registry registry;

    RegistryTest(TestedDatabase tested) {
        this.tested = tested;
    }

    @BeforeEach
    void open() {
        home = tested.home(directory);
        database = Database.open(home);
        registry = Registry.open(home, database, Clock.fixed(NOW, ZoneOffset.UTC), Map.of());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aProjectOfATypedPhraseKeepsItAndIsNoOtherPhrases() {
        registry.create("hey-computer", "phrase", Optional.of("hey computer"));

        assertThat(registry.create("hey-computer", "phrase", Optional.of("hey computer")))
                .isEqualTo(registry.project("hey-computer").orElseThrow())
                .satisfies(project -> assertThat(project.phrase()).contains("hey computer"));
        assertThatThrownBy(() -> registry.create("hey-computer", "phrase", Optional.of("hey commuter")))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.error()).isEqualTo(StoreError.CONFLICT));
    }

    @Test
    void aRegisteredModelComesBackByteForByte() {
        registry.create("digits", "digits");
        ModelFile model = TinyModels.model("digits", 1);

        ModelVersion version = registry.register("digits", model, Origin.UPLOADED);

        assertThat(version.number()).isEqualTo(1);
        assertThat(version.sha256()).isEqualTo(model.digest());
        assertThat(version.sizeBytes()).isEqualTo(model.toBytes().length);
        assertThat(version.createdAt()).as("in milliseconds").isEqualTo("2026-11-21T12:00:00.123Z");
        assertThat(version.summary().labels().names()).containsExactly("loud", "quiet");
        assertThat(version.summary().metricsJson()).isEqualTo("{\"accuracy\":0.5,\"n\":2}");
        assertThat(registry.load(version).toBytes()).isEqualTo(model.toBytes());
        assertThat(registry.version("digits", 1)).contains(version);
        assertThat(registry.versions("digits")).containsExactly(version);
    }

    @Test
    void theSameModelTwiceIsOneVersion() {
        registry.create("digits", "digits");
        ModelVersion first = registry.register("digits", TinyModels.model("digits", 1), Origin.TRAINED);
        ModelVersion again = registry.register("digits", TinyModels.model("digits", 1), Origin.UPLOADED);
        ModelVersion other = registry.register("digits", TinyModels.model("digits", 2), Origin.TRAINED);

        assertThat(again).isEqualTo(first);
        assertThat(other.number()).isEqualTo(2);
    }

    @Test
    void aNewVersionServesNobodyUntilItIsPromoted() {
        versions(1);
        assertThat(registry.version("digits", Alias.LIVE)).isEmpty();

        registry.promote("digits", 1);
        assertThat(registry.version("digits", Alias.LIVE))
                .map(ModelVersion::number)
                .contains(1);
    }

    @Test
    void promotingKeepsWhatWasLiveAsThePrevious() {
        versions(3);
        registry.promote("digits", 1);
        registry.propose("digits", 3);
        assertThat(registry.aliases("digits")).containsOnly(entry(Alias.LIVE, 1), entry(Alias.CANDIDATE, 3));

        registry.promote("digits", 3);
        assertThat(registry.aliases("digits"))
                .as("a promoted candidate waits no more")
                .containsOnly(entry(Alias.LIVE, 3), entry(Alias.PREVIOUS, 1));

        registry.promote("digits", 3);
        assertThat(registry.aliases("digits"))
                .as("promoting the live version again changes nothing")
                .containsOnly(entry(Alias.LIVE, 3), entry(Alias.PREVIOUS, 1));
    }

    @Test
    void aRollbackReturnsToThePreviousAndASecondOneUndoesIt() {
        versions(2);
        registry.promote("digits", 1);
        registry.promote("digits", 2);

        assertThat(registry.rollback("digits").number()).isEqualTo(1);
        assertThat(registry.aliases("digits")).containsOnly(entry(Alias.LIVE, 1), entry(Alias.PREVIOUS, 2));
        assertThat(registry.rollback("digits").number()).isEqualTo(2);
    }

    @Test
    void aRollbackWithoutAnEarlierVersionIsRefused() {
        versions(1);
        registry.promote("digits", 1);
        assertRefused(StoreError.NO_PREVIOUS_VERSION, () -> registry.rollback("digits"));
        assertThat(registry.aliases("digits")).containsOnly(entry(Alias.LIVE, 1));
    }

    @Test
    void theLiveVersionsOfAllProjectsComeTogether() {
        versions(2);
        registry.promote("digits", 2);
        registry.create("taps", "taps");
        ModelVersion tap = registry.register("taps", TinyModels.model("taps", 9), Origin.UPLOADED);
        registry.create("empty", "digits");
        registry.promote("taps", 1);

        assertThat(registry.versions(Alias.LIVE))
                .containsOnlyKeys("digits", "taps")
                .containsEntry("taps", tap);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        versions(1);
        assertThat(registry.project("keywords")).isEmpty();
        assertThat(registry.version("keywords", 1)).isEmpty();
        assertRefused(StoreError.NOT_FOUND, () -> registry.promote("digits", 2));
        assertRefused(StoreError.NOT_FOUND, () -> registry.propose("keywords", 1));
        assertRefused(StoreError.NOT_FOUND, () -> registry.versions("keywords"));
        assertRefused(StoreError.NOT_FOUND, () -> registry.rollback("keywords"));
        assertRefused(
                StoreError.NOT_FOUND,
                () -> registry.register("keywords", TinyModels.model("keywords", 1), Origin.UPLOADED));
    }

    @Test
    void aProjectHoldsModelsOfOneTaskOnly() {
        registry.create("digits", "digits");
        assertThat(registry.create("digits", "digits").name()).isEqualTo("digits");
        assertRefused(StoreError.CONFLICT, () -> registry.create("digits", "keywords"));
        assertRefused(
                StoreError.CONFLICT,
                () -> registry.register("digits", TinyModels.model("keywords", 1), Origin.UPLOADED));
    }

    @Test
    void aNameThatCannotStandInAnAddressIsRefused() {
        for (String name : List.of("", "Digits", "-x", "a/b", "..", "a b", "é", "x".repeat(64))) {
            assertRefused(StoreError.INVALID, () -> registry.create(name, "digits"));
        }
        assertThat(registry.create("9-lives_x", "digits").name()).isEqualTo("9-lives_x");
    }

    @Test
    void aDamagedFileIsNoticedAndRegisteringTheModelAgainMendsIt() throws IOException {
        ModelVersion version = versions(1);
        Path file = onlyModelFile();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertRefused(StoreError.MODEL_DAMAGED, () -> registry.load(version));

        registry.register("digits", TinyModels.model("digits", 1), Origin.UPLOADED);
        assertThat(registry.load(version).digest()).isEqualTo(version.sha256());

        Files.delete(file);
        assertRefused(StoreError.MODEL_DAMAGED, () -> registry.load(version));
    }

    @Test
    void noPartialFileStaysBehind() throws IOException {
        versions(2);
        try (Stream<Path> files = Files.walk(home.root().resolve("models"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .allMatch(file -> file.toString().endsWith(".onnx"));
        }
    }

    @Test
    void anotherProcessOnTheSameHomeSeesTheSame() {
        versions(2);
        registry.promote("digits", 2);
        try (Database second = Database.open(home)) {
            Registry other = Registry.open(home, second, Clock.systemUTC(), Map.of());
            assertThat(other.version("digits", Alias.LIVE))
                    .map(ModelVersion::number)
                    .contains(2);
        }
    }

    /** Registers this many versions of the project digits and returns the last. */
    private ModelVersion versions(int count) {
        registry.create("digits", "digits");
        ModelVersion last = registry.register("digits", TinyModels.model("digits", 1), Origin.TRAINED);
        for (int seed = 2; seed <= count; seed++) {
            last = registry.register("digits", TinyModels.model("digits", seed), Origin.TRAINED);
        }
        return last;
    }

    private Path onlyModelFile() throws IOException {
        try (Stream<Path> files = Files.walk(home.root().resolve("models"))) {
            return files.filter(Files::isRegularFile).findAny().orElseThrow();
        }
    }

    private static void assertRefused(StoreError error, ThrowingCallable call) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(call)
                .extracting(StoreException::error)
                .isEqualTo(error);
    }
}
