package dev.hearken.store.accounts;

import dev.hearken.store.database.Database;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who is logged in; kept, so that a restart logs nobody out. Of their secrets only digests are kept. */
public final class Sessions {
    private final Database database;
    private final Clock clock;
    private final SecureRandom random;

    public Sessions(Database database, Clock clock, SecureRandom random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    /** Logs a person in for so long; answers the secret their browser sends from now on. */
    public String open(Account account, Duration lifetime) {
        Secret secret = Secret.fresh("", random);
        Instant now = clock.instant();
        database.change(handle -> {
            handle.execute("DELETE FROM account_session WHERE expires_at_millis <= ?", now.toEpochMilli());
            handle.execute(
                    "INSERT INTO account_session (sha256, account, created_at_millis, expires_at_millis)"
                            + " VALUES (?, ?, ?, ?)",
                    secret.sha256(),
                    account.name(),
                    now.toEpochMilli(),
                    now.plus(lifetime).toEpochMilli());
        });
        return secret.text();
    }

    /** Whose secret that is, with the role they have now; empty if it is over. */
    public Optional<Session> find(String secret) {
        return database.read(handle -> handle.select(
                        "SELECT a.*, s.expires_at_millis FROM account_session s JOIN account a ON a.name = s.account"
                                + " WHERE s.sha256 = ? AND s.expires_at_millis > ?",
                        new Secret(secret).sha256(),
                        clock.millis())
                .map((row, context) -> new Session(
                        Accounts.toAccount(row, context), Instant.ofEpochMilli(row.getLong("expires_at_millis"))))
                .findOne());
    }

    /** Logs out; nothing happens if nobody was in. */
    public void close(String secret) {
        database.change(
                handle -> handle.execute("DELETE FROM account_session WHERE sha256 = ?", new Secret(secret).sha256()));
    }
}
