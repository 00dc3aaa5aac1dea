package dev.hearken.store.runs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file a run made.
 *
 * @param name what it is called among the run's files, with {@code /} between folders: {@code model.onnx}
 * @param file where it was put, absolute; it may have been moved since
 * @param sha256 digest of its bytes, 64 hexadecimal digits in lower case
 * @param sizeBytes its length
 */
public record RunArtifact(String name, Path file, String sha256, long sizeBytes) {
    public RunArtifact {
        file = file.toAbsolutePath().normalize();
    }

    /**
     * The file as it is now.
     *
     * @throws IOException if it cannot be read
     */
    public static RunArtifact of(String name, Path file) throws IOException {
        return new RunArtifact(name, file, digest(file), Files.size(file));
    }

    /** Whether the file is still there with these bytes. */
    public boolean isWhole() {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) == sizeBytes
                    && digest(file).equals(sha256);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static String digest(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform must offer SHA-256.
            throw new IllegalStateException(impossible);
        }
    }
}
