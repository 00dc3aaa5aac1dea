package dev.hearken.cli;

import dev.hearken.store.accounts.Accounts;
import dev.hearken.store.accounts.AuditEntry;
import dev.hearken.store.accounts.AuditLog;
import dev.hearken.store.accounts.Tokens;
import dev.hearken.store.database.Database;
import java.security.SecureRandom;
import java.time.Clock;

/** Who may do what in a home, changed by who has the home's files and so may do everything. */
record AccountBook(Accounts accounts, Tokens tokens, AuditLog audit, Clock clock) {
    static AccountBook of(Database database, Clock clock) {
        return new AccountBook(
                new Accounts(database, clock),
                new Tokens(database, clock, new SecureRandom()),
                new AuditLog(database),
                clock);
    }

    /** Writes down that something was done here. */
    void note(String verb, String target) {
        String who = "command line, " + System.getProperty("user.name", "unknown");
        audit.append(new AuditEntry(clock.instant(), who, "local", "hearken " + verb, target, 200));
    }
}
