package dev.hearken.server;

import dev.hearken.core.audio.AudioLimits;
import dev.hearken.core.audio.AudioReader;

/** How much one request may bring. */
public final class UploadLimits {
    /** The largest file: 50 MB, nearly five minutes of stereo at 44.1 kHz. */
    public static final long FILE_BYTES = 50L << 20;

    /** The largest request: one of the largest files, and the headers of its parts. */
    public static final long REQUEST_BYTES = FILE_BYTES + (1L << 20);

    /** The most files in a request. */
    public static final int PARTS = 1_000;

    /** The most files in an archive. */
    public static final int ARCHIVE_ENTRIES = 10_000;

    /** The most bytes an archive may unpack to: ten times the largest request, as silence packs. */
    public static final long ARCHIVE_BYTES = 10 * FILE_BYTES;

    /** Long enough for a scene or a performance; ten minutes of it decoded would take hundreds of megabytes a request. */
    private static final double MAX_SECONDS = 300;

    private UploadLimits() {}

    /** Reads recordings within these limits. */
    public static AudioReader reader() {
        return AudioReader.withLimits(
                AudioLimits.STANDARD.withMaxBytes(FILE_BYTES).withMaxSeconds(MAX_SECONDS));
    }
}
