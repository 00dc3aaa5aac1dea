package dev.hearken.core;

/**
 * A failure with a name that never changes, so that scripts, translations and support can rely on it.
 *
 * <p>The message is for people and says what was found and what to do; the code is for programs.
 */
public class HearkenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Who can mend a failure. */
    public enum Kind {
        /** The caller: the input, the option or the file is wrong. */
        USER,
        /** The project: a promise of the code was broken. */
        INTERNAL,
        /** The operator: memory, disk, a program or a permission is missing. */
        INSUFFICIENT_RESOURCES
    }

    private final Kind kind;
    private final String code;

    /** A failure of this kind; {@code code} is upper case with underscores, such as {@code MODEL_NOT_FOUND}. */
    public HearkenException(Kind kind, String code, String message) {
        super(message);
        this.kind = kind;
        this.code = code;
    }

    /** The same, caused by another failure. */
    public HearkenException(Kind kind, String code, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.code = code;
    }

    /** A failure the caller can mend. */
    public static HearkenException user(String code, String message) {
        return new HearkenException(Kind.USER, code, message);
    }

    /** Who can mend it. */
    public Kind kind() {
        return kind;
    }

    /** The stable name of the failure. */
    public String code() {
        return code;
    }
}
