package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One name for exactly these clips with exactly these labels, for provenance.
 *
 * <p>The SHA-256 of one line a clip, sorted: the SHA-256 of the file's bytes, the label, the group, the take and, of a clip that is
 * a stretch of its file, the stretch, separated by tabs. Where
 * the files lie, what they are called and the order they come in do not matter.
 */
public final class DatasetDigest {
    private DatasetDigest() {}

    /**
     * The digest as {@code sha256:} and 64 hexadecimal digits.
     *
     * @throws HearkenException {@code DATASET_UNREADABLE} if a file cannot be read any more
     */
    public static String of(List<LabelledClip> clips) {
        String[] lines = new String[clips.size()];
        try {
            for (int i = 0; i < lines.length; i++) {
                lines[i] = line(clips.get(i));
            }
        } catch (IOException vanished) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "DATASET_UNREADABLE",
                    "a clip vanished while it was needed: " + vanished.getMessage(),
                    vanished);
        }
        Arrays.sort(lines);
        MessageDigest sha256 = sha256();
        for (String line : lines) {
            sha256.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return "sha256:" + HexFormat.of().formatHex(sha256.digest());
    }

    /** The SHA-256 of a file's bytes as hexadecimal digits. */
    static String ofContent(Path file) throws IOException {
        MessageDigest sha256 = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static String line(LabelledClip clip) throws IOException {
        String take = clip.take().isPresent() ? Integer.toString(clip.take().getAsInt()) : "";
        return String.join(
                        "\t",
                        ofContent(clip.file()),
                        clip.label().name(),
                        clip.group().orElse(""),
                        take)
                + clip.span().map(span -> "\t" + span).orElse("")
                + "\n";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform must offer SHA-256.
            throw new IllegalStateException(impossible);
        }
    }
}
