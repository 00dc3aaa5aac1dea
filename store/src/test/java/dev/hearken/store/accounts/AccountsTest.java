package dev.hearken.store.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.OnEveryDatabase;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.database.TestedDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class AccountsTest {
    private final TestedDatabase tested;

    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path directory;

    private final SetClock clock = new SetClock();
    private Database database;
    private Accounts accounts;
    private Sessions sessions;

    AccountsTest(TestedDatabase tested) {
        this.tested = tested;
    }

    @BeforeEach
    void open() {
        database = Database.open(tested.home(directory));
        accounts = new Accounts(database, clock);
        sessions = new Sessions(database, clock, new SecureRandom());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aPersonIsKnownByNameAndPassword() {
        accounts.add("ann", Role.ADMIN, PASSWORD);

        assertThat(accounts.verify("ann", PASSWORD)).map(Account::role).contains(Role.ADMIN);
        assertThat(accounts.verify("ann", PASSWORD + " ")).isEmpty();
        assertThat(accounts.verify("ann", "")).isEmpty();
        assertThat(accounts.verify("bob", PASSWORD)).isEmpty();
        assertThat(accounts.verify("ann", "x".repeat(1_000_000))).isEmpty();
    }

    @Test
    void thePasswordIsKeptAsArgon2WithSaltOfItsOwn() {
        accounts.add("ann", Role.ADMIN, PASSWORD);
        accounts.add("bob", Role.VIEWER, PASSWORD);
        var kept = database.read(handle -> handle.select("SELECT password FROM account")
                .mapTo(String.class)
                .list());

        assertThat(kept).doesNotHaveDuplicates().allMatch(hash -> hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @Test
    void onceThereIsAnybodyThereIsAnAdmin() {
        assertThat(accounts.exist()).isFalse();
        assertRefused("CONFLICT", () -> accounts.add("bob", Role.MEMBER, PASSWORD));
        assertThat(accounts.exist()).isFalse();

        accounts.add("ann", Role.ADMIN, PASSWORD);
        accounts.add("bob", Role.MEMBER, PASSWORD);
        assertRefused("CONFLICT", () -> accounts.remove("ann"));
        assertRefused("CONFLICT", () -> accounts.setRole("ann", Role.VIEWER));
        assertThat(accounts.list()).extracting(Account::name).containsExactly("ann", "bob");

        accounts.setRole("bob", Role.ADMIN);
        accounts.remove("ann");
        assertThat(accounts.exist()).isTrue();
    }

    @Test
    void aTokenAloneMakesSomebodyKnownAlsoWhenItIsTakenBack() {
        Tokens tokens = new Tokens(database, clock, new SecureRandom());
        NewToken wanted = new NewToken("gate", Set.of(Scope.READ), Optional.empty(), Optional.empty());
        tokens.revoke(tokens.create(wanted).token().id());

        assertThat(accounts.exist()).isTrue();
    }

    @Test
    void namesAndPasswordsHaveLimits() {
        assertRefused("INVALID", () -> accounts.add("", Role.ADMIN, PASSWORD));
        assertRefused("INVALID", () -> accounts.add("a b", Role.ADMIN, PASSWORD));
        assertRefused("INVALID", () -> accounts.add("a".repeat(101), Role.ADMIN, PASSWORD));
        assertRefused("INVALID", () -> accounts.add("ann", Role.ADMIN, "short"));
        assertRefused("INVALID", () -> accounts.add("ann", Role.ADMIN, "x".repeat(201)));
        accounts.add("ann", Role.ADMIN, PASSWORD);
        assertRefused("CONFLICT", () -> accounts.add("ann", Role.ADMIN, PASSWORD));
        assertRefused("NOT_FOUND", () -> accounts.setPassword("bob", PASSWORD));
        assertRefused("NOT_FOUND", () -> accounts.remove("bob"));
    }

    @Test
    void aSessionOutlivesTheProcessAndEndsWithItsTime() {
        Account ann = accounts.add("ann", Role.ADMIN, PASSWORD);
        String secret = sessions.open(ann, Duration.ofHours(1));
        Sessions afterRestart = new Sessions(database, clock, new SecureRandom());

        assertThat(afterRestart.find(secret)).map(Session::account).contains(ann);
        assertThat(afterRestart.find("")).isEmpty();
        clock.pass(Duration.ofHours(1));
        assertThat(afterRestart.find(secret)).isEmpty();
    }

    @Test
    void aSessionEndsByLoggingOutByAnotherPasswordAndWithThePerson() {
        Account ann = accounts.add("ann", Role.ADMIN, PASSWORD);
        accounts.add("bob", Role.ADMIN, PASSWORD);
        String first = sessions.open(ann, Duration.ofHours(1));
        String second = sessions.open(ann, Duration.ofHours(1));
        sessions.close(first);
        assertThat(sessions.find(first)).isEmpty();
        assertThat(sessions.find(second)).isPresent();

        accounts.setPassword("ann", PASSWORD + "!");
        assertThat(sessions.find(second)).isEmpty();

        String third = sessions.open(ann, Duration.ofHours(1));
        accounts.setRole("ann", Role.VIEWER);
        assertThat(sessions.find(third).orElseThrow().account().role()).isEqualTo(Role.VIEWER);
        accounts.remove("ann");
        assertThat(sessions.find(third)).isEmpty();
    }

    @Test
    void theAuditTellsTheNewestFirst() {
        AuditLog audit = new AuditLog(database);
        for (int i = 0; i < 3; i++) {
            audit.append(new AuditEntry(
                    clock.instant(), "user ann", "10.0.0.7", "POST /api/v1/projects", "/api/v1/projects", 201 + i));
            clock.pass(Duration.ofSeconds(1));
        }
        assertThat(audit.count()).isEqualTo(3);
        assertThat(audit.latest(2, 0)).extracting(AuditEntry::status).containsExactly(203, 202);
        assertThat(audit.latest(2, 2)).extracting(AuditEntry::at).containsExactly(SetClock.NOON);
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
