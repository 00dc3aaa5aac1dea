package dev.hearken.lab.collections;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a file.
 *
 * @param sha256 64 hexadecimal digits in lower case
 */
record Checksum(String sha256) {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    Checksum {
        sha256 = sha256.toLowerCase(Locale.ROOT);
        if (!DIGITS.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits, got '" + sha256 + "'");
        }
    }

    static Checksum of(Path file) throws IOException {
        MessageDigest digest = newDigest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return new Checksum(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform must offer SHA-256.
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "sha256:" + sha256;
    }
}
