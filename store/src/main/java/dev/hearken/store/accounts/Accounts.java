package dev.hearken.store.accounts;

import dev.hearken.store.database.Database;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The people who may come in. Once there is one, there is always an admin among them. */
public final class Accounts {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");

    private final Database database;
    private final Clock clock;

    public Accounts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether anybody is known at all, a person or a token, good or not. As long as nobody is, nobody can be asked who they are. */
    public boolean exist() {
        return database.read(handle -> handle.select(
                        "SELECT 1 WHERE EXISTS (SELECT 1 FROM account)" + " OR EXISTS (SELECT 1 FROM api_token)")
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    /**
     * Lets a person in from now on.
     *
     * @throws StoreException {@code INVALID} for a name or password that cannot be taken, {@code CONFLICT} if the name is taken, or the first
     *     of all is no admin
     */
    public Account add(String name, Role role, String password) {
        if (!NAME.matcher(name).matches()) {
            throw new StoreException(
                    StoreError.INVALID,
                    "a name has 1 to 100 letters, digits, '.', '_', '@' or '-' and begins with a letter or digit");
        }
        String hash = Passwords.hash(password);
        Account account = new Account(name, role, Instant.ofEpochMilli(clock.millis()));
        database.change(handle -> {
            if (find(handle, name).isPresent()) {
                throw new StoreException(StoreError.CONFLICT, "there is a user \"" + name + "\" already");
            }
            handle.execute(
                    "INSERT INTO account (name, role, password, created_at_millis) VALUES (?, ?, ?, ?)",
                    name,
                    role.name(),
                    hash,
                    account.createdAt().toEpochMilli());
            requireAnAdmin(handle);
        });
        return account;
    }

    /** All of them, by name. */
    public List<Account> list() {
        return database.read(handle -> handle.select("SELECT * FROM account ORDER BY name")
                .map(Accounts::toAccount)
                .list());
    }

    /**
     * The person of that name.
     *
     * @throws StoreException {@code NOT_FOUND}
     */
    public Account require(String name) {
        return database.read(handle -> require(handle, name));
    }

    /** The person of that name and password. It takes as long to find that there is none. */
    public Optional<Account> verify(String name, String password) {
        Optional<String> kept =
                database.read(handle -> handle.select("SELECT password FROM account WHERE name = ?", name)
                        .mapTo(String.class)
                        .findOne());
        boolean right = Passwords.matches(password, kept.orElse(Passwords.NOBODYS));
        return right ? database.read(handle -> find(handle, name)) : Optional.empty();
    }

    /**
     * Gives a person another password; they are logged out wherever they were in.
     *
     * @throws StoreException {@code INVALID}, {@code NOT_FOUND}
     */
    public void setPassword(String name, String password) {
        String hash = Passwords.hash(password);
        database.change(handle -> {
            require(handle, name);
            handle.execute("UPDATE account SET password = ? WHERE name = ?", hash, name);
            handle.execute("DELETE FROM account_session WHERE account = ?", name);
        });
    }

    /**
     * Gives a person another role, at once.
     *
     * @throws StoreException {@code NOT_FOUND}; {@code CONFLICT} if no admin would be left
     */
    public Account setRole(String name, Role role) {
        return database.write(handle -> {
            Account account = require(handle, name);
            handle.execute("UPDATE account SET role = ? WHERE name = ?", role.name(), name);
            requireAnAdmin(handle);
            return new Account(name, role, account.createdAt());
        });
    }

    /**
     * Lets a person in no more; they are logged out wherever they were in.
     *
     * @throws StoreException {@code NOT_FOUND}; {@code CONFLICT} if no admin would be left
     */
    public void remove(String name) {
        database.change(handle -> {
            require(handle, name);
            handle.execute("DELETE FROM account_session WHERE account = ?", name);
            handle.execute("DELETE FROM account WHERE name = ?", name);
            requireAnAdmin(handle);
        });
    }

    static Account toAccount(ResultSet row, StatementContext context) throws SQLException {
        return new Account(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Instant.ofEpochMilli(row.getLong("created_at_millis")));
    }

    private static void requireAnAdmin(Handle handle) {
        if (handle.select("SELECT name FROM account WHERE role = 'ADMIN'")
                .mapTo(String.class)
                .list()
                .isEmpty()) {
            throw new StoreException(StoreError.CONFLICT, "no admin would be left; make another one first");
        }
    }

    private static Account require(Handle handle, String name) {
        return find(handle, name)
                .orElseThrow(() -> new StoreException(StoreError.NOT_FOUND, "there is no user \"" + name + "\""));
    }

    private static Optional<Account> find(Handle handle, String name) {
        return handle.select("SELECT * FROM account WHERE name = ?", name)
                .map(Accounts::toAccount)
                .findOne();
    }
}
