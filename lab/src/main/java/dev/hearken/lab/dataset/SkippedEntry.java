package dev.hearken.lab.dataset;

/**
 * Something a data set lists that could not be used; to be counted and shown, never silently dropped.
 *
 * @param where the manifest and its line, or the file
 * @param reason the stable code of why
 * @param detail one sentence for a person
 */
public record SkippedEntry(String where, Reason reason, String detail) {
    /** Why an entry was passed over. */
    public enum Reason {
        /** The file is not there. */
        MISSING_FILE,
        /** A relative path leads out of the data set's folder. */
        OUTSIDE_FOLDER,
        /** The same recording, or stretch of it, was listed before under the same label. */
        DUPLICATE,
        /** The same recording, or stretch of it, is listed under two labels, of which at most one is right: none is taken. */
        CONFLICTING_LABELS,
        /** The entry is not whole: no path, a number that is none, a label that is too long. */
        MALFORMED,
        /** The stretch of time has no length, or ends before it begins. */
        EMPTY_SPAN
    }

    /** {@code metadata.csv:12: MISSING_FILE, there is no clips/7.wav}. */
    @Override
    public String toString() {
        return where + ": " + reason + ", " + detail;
    }
}
