package dev.hearken.server;

import dev.hearken.core.audio.AudioLimits;
import dev.hearken.core.audio.AudioReader;
import java.time.Duration;
import java.util.Map;

/**
 * How much one request may bring, and how slowly.
 *
 * @param fileMegabytes the largest file, in MB of 1,048,576 bytes
 * @param seconds the longest recording, decoded
 * @param patience how long a sender may take however slow; from then on the pace counts
 * @param bytesPerSecond the slowest pace
 */
public record UploadLimits(int fileMegabytes, int seconds, Duration patience, int bytesPerSecond) {
    /** The most files in a request. */
    public static final int PARTS = 1_000;

    /** The most files in an archive. */
    public static final int ARCHIVE_ENTRIES = 10_000;

    /** How many times the largest file an archive may unpack to, as silence packs. */
    private static final int UNPACKING = 10;

    private static final int USUAL_MEGABYTES = 50;
    private static final int MOST_MEGABYTES = 1_024;

    /** Long enough for a scene or a performance; ten minutes of it decoded would take hundreds of megabytes a request. */
    private static final int USUAL_SECONDS = 300;

    private static final int MOST_SECONDS = 3_600;
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

    /** Slower than any telephone, and 200 of such senders would keep every thread. */
    private static final int USUAL_PACE = 1_024;

    /** Nothing said. */
    public static final UploadLimits STANDARD = of(Map.of());

    /**
     * What the environment says.
     *
     * @throws dev.hearken.core.HearkenException {@code SETTING_INVALID} with the variable's name
     */
    public static UploadLimits of(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        return new UploadLimits(
                variables.number("HEARKEN_UPLOAD_MEGABYTES", USUAL_MEGABYTES, 1, MOST_MEGABYTES),
                variables.number("HEARKEN_UPLOAD_SECONDS", USUAL_SECONDS, 1, MOST_SECONDS),
                USUAL_PATIENCE,
                USUAL_PACE);
    }

    /** The largest file, in bytes. */
    public long fileBytes() {
        return (long) fileMegabytes << 20;
    }

    /** The largest request: one of the largest files, and the headers of its parts. */
    public long requestBytes() {
        return fileBytes() + (1L << 20);
    }

    /** The most bytes an archive may unpack to. */
    public long archiveBytes() {
        return UNPACKING * fileBytes();
    }

    /** Reads recordings within these limits. */
    public AudioReader reader() {
        return AudioReader.withLimits(
                AudioLimits.STANDARD.withMaxBytes(fileBytes()).withMaxSeconds(seconds));
    }
}
