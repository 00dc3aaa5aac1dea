package dev.hearken.store.accounts;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;

/** The tokens of programs. Their secrets are kept as digests only, and no token is ever forgotten. */
public final class Tokens {
    private static final String PREFIX = "hearken_";

    /** Writing with each request would make readers into writers. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;
    private final SecureRandom random;

    public Tokens(Database database, Clock clock, SecureRandom random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes a token.
     *
     * @throws StoreException {@code NOT_FOUND} if there is no such project
     */
    public IssuedToken create(NewToken wanted) {
        Secret secret = Secret.fresh(PREFIX, random);
        Instant now = Instant.ofEpochMilli(clock.millis());
        ApiToken token = new ApiToken(
                UUID.randomUUID().toString(),
                wanted.name(),
                wanted.scopes(),
                wanted.project(),
                now,
                wanted.lifetime().map(now::plus),
                Optional.empty(),
                Optional.empty());
        database.change(handle -> {
            wanted.project().ifPresent(project -> {
                if (handle.select("SELECT 1 FROM project WHERE name = ?", project)
                        .mapTo(Integer.class)
                        .findOne()
                        .isEmpty()) {
                    throw new StoreException(StoreError.NOT_FOUND, "there is no project \"" + project + "\"");
                }
            });
            handle.execute(
                    "INSERT INTO api_token (id, name, sha256, scopes, project, created_at_millis, expires_at_millis)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    token.id(),
                    token.name(),
                    secret.sha256(),
                    token.scopes().stream().sorted().map(Scope::word).collect(Collectors.joining(",")),
                    token.project().orElse(null),
                    now.toEpochMilli(),
                    token.expiresAt().map(Instant::toEpochMilli).orElse(null));
        });
        return new IssuedToken(token, secret.text());
    }

    /** All of them, oldest first, also those that are worth nothing any more. */
    public List<ApiToken> list() {
        return database.read(handle -> handle.select("SELECT * FROM api_token ORDER BY created_at_millis, id")
                .map(Tokens::toToken)
                .list());
    }

    /** The token of that secret, good or not. That a good one was used is noted, to the minute. */
    public Optional<ApiToken> present(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String sha256 = new Secret(secret).sha256();
        Optional<ApiToken> found =
                database.read(handle -> handle.select("SELECT * FROM api_token WHERE sha256 = ?", sha256)
                        .map(Tokens::toToken)
                        .findOne());
        found.filter(token -> token.state(clock.instant()) == ApiToken.State.VALID)
                .ifPresent(this::noteUse);
        return found;
    }

    /**
     * Takes a token back, for good; one that was already stays as it is.
     *
     * @throws StoreException {@code NOT_FOUND} if there is none of that id
     */
    public ApiToken revoke(String id) {
        return database.write(handle -> {
            handle.execute(
                    "UPDATE api_token SET revoked_at_millis = ? WHERE id = ? AND revoked_at_millis IS NULL",
                    clock.millis(),
                    id);
            return handle.select("SELECT * FROM api_token WHERE id = ?", id)
                    .map(Tokens::toToken)
                    .findOne()
                    .orElseThrow(() ->
                            new StoreException(StoreError.NOT_FOUND, "there is no token of the id \"" + id + "\""));
        });
    }

    private void noteUse(ApiToken token) {
        Instant now = clock.instant();
        boolean fresh = token.lastUsedAt()
                .filter(last -> last.plus(USE_NOTED_EVERY).isAfter(now))
                .isPresent();
        if (!fresh) {
            database.change(handle -> handle.execute(
                    "UPDATE api_token SET last_used_at_millis = ? WHERE id = ?", now.toEpochMilli(), token.id()));
        }
    }

    private static ApiToken toToken(ResultSet row, StatementContext context) throws SQLException {
        return new ApiToken(
                row.getString("id"),
                row.getString("name"),
                Arrays.stream(row.getString("scopes").split(","))
                        .map(Scope::parse)
                        .collect(Collectors.toSet()),
                Optional.ofNullable(row.getString("project")),
                Instant.ofEpochMilli(row.getLong("created_at_millis")),
                instant(row, "expires_at_millis"),
                instant(row, "revoked_at_millis"),
                instant(row, "last_used_at_millis"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
