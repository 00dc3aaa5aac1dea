package dev.hearken.store.contents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of bytes, as 64 hexadecimal digits in lower case. */
public final class Sha256 {
    /** How many digits it has. */
    public static final int DIGITS = 64;

    private Sha256() {}

    /** Of bytes. */
    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Of a text's UTF-8. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digits, if they can be a SHA-256: also what keeps a name from leading out of a folder. */
    public static String checked(String sha256) {
        if (!isOne(sha256)) {
            throw new IllegalArgumentException(
                    "a SHA-256 has 64 hexadecimal digits in lower case, got '" + sha256 + "'");
        }
        return sha256;
    }

    /** Whether these can be the digits of a SHA-256. */
    static boolean isOne(String digits) {
        return digits.length() == DIGITS
                && digits.chars().allMatch(digit -> Character.digit(digit, 16) >= 0 && !Character.isUpperCase(digit));
    }
}
