package dev.hearken.store.accounts;

import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** What is kept of passwords: Argon2id with the least OWASP advises, 19 MiB and two passes (Password Storage Cheat Sheet). */
final class Passwords {
    private static final int LEAST = 10;
    private static final int MOST = 200;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    /** Each takes 19 MiB and tens of milliseconds of a processor, which many log-ins at once must not take from the models. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Checked where there is no account, so that how long it takes tells nobody whether there is one. */
    static final String NOBODYS = hashed(UUID.randomUUID().toString());

    private Passwords() {}

    /** @throws StoreException {@code INVALID} if it is shorter than 10 characters or longer than 200 */
    static String hash(String password) {
        if (password.length() < LEAST || password.length() > MOST) {
            throw new StoreException(StoreError.INVALID, "a password has %d to %d characters".formatted(LEAST, MOST));
        }
        return guarded(() -> hashed(password));
    }

    static boolean matches(String password, String hash) {
        return password.length() <= MOST && guarded(() -> Argon2Hash.parse(hash).isOf(password));
    }

    private static String hashed(String password) {
        return Argon2Hash.of(password, MEMORY_KIB, PASSES, RANDOM).written();
    }

    private static <T> T guarded(Supplier<T> work) {
        AT_ONCE.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            AT_ONCE.release();
        }
    }
}
