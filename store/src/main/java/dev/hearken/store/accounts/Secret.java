package dev.hearken.store.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What only its holder knows, made here and shown once. Its 256 bits cannot be tried out, so a plain SHA-256 keeps it: a slow hash is for
 * what people think up.
 *
 * @param text as its holder sends it
 */
record Secret(String text) {
    private static final int BYTES = 32;

    /** A new one. The prefix tells people, and programs that look for secrets where none should be, what they found. */
    static Secret fresh(String prefix, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * What is kept of it, in hexadecimal digits. It is looked up by this and never compared itself, so how long a look takes says nothing
     * of how much of it was right.
     */
    String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Nothing of it: it must not reach a log. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
