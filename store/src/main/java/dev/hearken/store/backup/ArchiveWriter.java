package dev.hearken.store.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a zip archive entry by entry and remembers the digest of each. */
final class ArchiveWriter implements AutoCloseable {
    private final ZipOutputStream zip;
    private final Map<String, String> digests = new HashMap<>();

    ArchiveWriter(OutputStream out) {
        zip = new ZipOutputStream(out);
        // Sounds shrink little, however hard one tries.
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** Writes what one entry holds, and tells how much that was. */
    interface Content {
        long write(OutputStream out) throws IOException;
    }

    /** Adds an entry; what its content told. */
    long entry(String name, Content content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            DigestOutputStream digesting = new DigestOutputStream(new Unclosed(zip), sha256());
            long told = content.write(digesting);
            zip.closeEntry();
            digests.put(
                    name, HexFormat.of().formatHex(digesting.getMessageDigest().digest()));
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SHA-256 of each entry so far, by name. */
    Map<String, String> digests() {
        return Map.copyOf(digests);
    }

    void end(Manifest manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.toBytes());
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The archive goes on after an entry. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() {}
    }
}
