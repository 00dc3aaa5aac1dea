package dev.hearken.store.accounts;

import dev.hearken.store.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who did what to what, when, from where. It can be added to and read, nothing else. */
public final class AuditLog {
    private static final int LONGEST = 500;

    private final Database database;

    public AuditLog(Database database) {
        this.database = database;
    }

    /** Keeps an entry. */
    public void append(AuditEntry entry) {
        database.add(handle -> handle.execute(
                "INSERT INTO audit_entry (id, at_millis, caller, address, action, target, status)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID().toString(),
                entry.at().toEpochMilli(),
                shortened(entry.caller()),
                shortened(entry.address()),
                shortened(entry.action()),
                shortened(entry.target()),
                entry.status()));
    }

    /** The newest first, so many at most, after leaving out the first {@code offset}. */
    public List<AuditEntry> latest(int limit, int offset) {
        return database.read(handle -> handle.select(
                        "SELECT * FROM audit_entry ORDER BY at_millis DESC, id LIMIT ? OFFSET ?", limit, offset)
                .map((row, context) -> new AuditEntry(
                        Instant.ofEpochMilli(row.getLong("at_millis")),
                        row.getString("caller"),
                        row.getString("address"),
                        row.getString("action"),
                        row.getString("target"),
                        row.getInt("status")))
                .list());
    }

    /** How many there are. */
    public long count() {
        return database.read(handle -> handle.select("SELECT count(*) FROM audit_entry")
                .mapTo(Long.class)
                .one());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
