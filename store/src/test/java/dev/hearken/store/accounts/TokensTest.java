package dev.hearken.store.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.store.accounts.ApiToken.State;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.OnEveryDatabase;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.database.TestedDatabase;
import dev.hearken.store.registry.Registry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class TokensTest {
    private final TestedDatabase tested;

    @TempDir
    Path directory;

    private final SetClock clock = new SetClock();
    private Home home = new Home(Path.of("."));
    private Database database;
    private Tokens tokens;

    TokensTest(TestedDatabase tested) {
        this.tested = tested;
    }

    @BeforeEach
    void open() {
        home = tested.home(directory);
        database = Database.open(home);
        tokens = new Tokens(database, clock, new SecureRandom());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTokenIsKnownByItsSecretAndNothingElse() {
        IssuedToken issued = tokens.create(wanted(Optional.empty()));

        assertThat(tokens.present(issued.secret()))
                .map(ApiToken::id)
                .contains(issued.token().id());
        assertThat(tokens.present(issued.secret() + "x")).isEmpty();
        assertThat(tokens.present(issued.token().id())).isEmpty();
        assertThat(tokens.present("hearken_")).isEmpty();
        assertThat(tokens.present("")).isEmpty();
    }

    @Test
    void twoTokensNeverShareASecret() {
        assertThat(tokens.create(wanted(Optional.empty())).secret())
                .hasSizeGreaterThan(50)
                .isNotEqualTo(tokens.create(wanted(Optional.empty())).secret());
    }

    @Test
    void theSecretStandsNowhereInTheHome() throws IOException {
        String secret = tokens.create(wanted(Optional.empty())).secret();
        tokens.present(secret);
        database.close();

        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secret.substring("hearken_".length()));
            }
        }
    }

    @Test
    void aTokenEndsWhenItsTimeIsOver() {
        String secret = tokens.create(wanted(Optional.of(Duration.ofDays(1)))).secret();

        clock.pass(Duration.ofDays(1).minusMillis(1));
        assertThat(state(secret)).isEqualTo(State.VALID);
        clock.pass(Duration.ofMillis(1));
        assertThat(state(secret)).isEqualTo(State.EXPIRED);
    }

    @Test
    void aTokenThatWasTakenBackStaysThatWay() {
        IssuedToken issued = tokens.create(wanted(Optional.empty()));
        tokens.revoke(issued.token().id());
        clock.pass(Duration.ofDays(1));
        ApiToken again = tokens.revoke(issued.token().id());

        assertThat(again.revokedAt()).contains(SetClock.NOON);
        assertThat(state(issued.secret())).isEqualTo(State.REVOKED);
        assertThat(tokens.list()).hasSize(1);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> tokens.revoke("nobody"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("NOT_FOUND"));
    }

    @Test
    void itsUseIsNotedToTheMinuteAndOnlyWhileItIsGood() {
        IssuedToken issued = tokens.create(wanted(Optional.empty()));
        tokens.present(issued.secret());
        clock.pass(Duration.ofSeconds(59));
        tokens.present(issued.secret());
        assertThat(tokens.list().get(0).lastUsedAt()).contains(SetClock.NOON);

        clock.pass(Duration.ofSeconds(1));
        tokens.present(issued.secret());
        assertThat(tokens.list().get(0).lastUsedAt()).contains(SetClock.NOON.plusSeconds(60));

        tokens.revoke(issued.token().id());
        clock.pass(Duration.ofHours(1));
        tokens.present(issued.secret());
        assertThat(tokens.list().get(0).lastUsedAt()).contains(SetClock.NOON.plusSeconds(60));
    }

    @Test
    void aTokenForAProjectEndsWithIt() {
        Registry registry = Registry.open(home, database, clock);
        registry.create("doorbell", "custom");
        NewToken wanted = new NewToken("gate", Set.of(Scope.PREDICT), Optional.of("doorbell"), Optional.empty());
        String secret = tokens.create(wanted).secret();

        registry.delete("doorbell");
        registry.create("doorbell", "custom");

        assertThat(state(secret)).isEqualTo(State.REVOKED);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> tokens.create(
                        new NewToken("gate", Set.of(Scope.READ), Optional.of("nobody"), Optional.empty())))
                .satisfies(e -> assertThat(e.code()).isEqualTo("NOT_FOUND"));
    }

    @Test
    void whatMakesNoSenseIsNotMade() {
        assertInvalid("", Set.of(Scope.READ), Optional.empty(), Optional.empty());
        assertInvalid("a\nb", Set.of(Scope.READ), Optional.empty(), Optional.empty());
        assertInvalid("a", Set.of(), Optional.empty(), Optional.empty());
        assertInvalid("a", Set.of(Scope.ADMIN), Optional.of("doorbell"), Optional.empty());
        assertInvalid("a", Set.of(Scope.READ), Optional.empty(), Optional.of(Duration.ZERO));
        assertInvalid("a", Set.of(Scope.READ), Optional.empty(), Optional.of(Duration.ofDays(-1)));
        assertInvalid("a", Set.of(Scope.READ), Optional.empty(), Optional.of(Duration.ofDays(100_000)));
    }

    @Test
    void adminHoldsTheOtherScopesAndTheOthersOnlyThemselves() {
        for (Scope scope : Scope.values()) {
            assertThat(scope.isIn(Set.of(Scope.ADMIN))).isTrue();
            for (Scope held : Set.of(Scope.READ, Scope.PREDICT, Scope.TRAIN)) {
                assertThat(scope.isIn(Set.of(held))).isEqualTo(scope == held);
            }
        }
    }

    private State state(String secret) {
        return tokens.present(secret).orElseThrow().state(clock.instant());
    }

    private static NewToken wanted(Optional<Duration> lifetime) {
        return new NewToken("gate", Set.of(Scope.PREDICT), Optional.empty(), lifetime);
    }

    private static void assertInvalid(
            String name, Set<Scope> scopes, Optional<String> project, Optional<Duration> lifetime) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> new NewToken(name, scopes, project, lifetime))
                .satisfies(e -> assertThat(e.code()).isEqualTo("INVALID"));
    }
}
