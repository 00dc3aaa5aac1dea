package dev.hearken.server;

/** How much one request may bring. */
public final class UploadLimits {
    /** The largest file: 50 MB, nearly five minutes of stereo at 44.1 kHz. */
    public static final long FILE_BYTES = 50L << 20;

    /** The largest request: one of the largest files, and the headers of its parts. */
    public static final long REQUEST_BYTES = FILE_BYTES + (1L << 20);

    /** The most files in a request. */
    public static final int PARTS = 1_000;

    private UploadLimits() {}
}
