package dev.hearken.lab.synthesis;

/** Why a voice did not say something. The names are stable. */
public enum SkipReason {
    /** The engine's program could not be started. */
    MISSING_PROGRAM,
    /** The program ended with an error or left no sound. */
    FAILED,
    /** The program ran longer than it may and was ended. */
    TIMED_OUT,
    /** The thread was interrupted while it waited; the program was ended. */
    INTERRUPTED,
    /** The program left a file that is not sound. */
    UNREADABLE_AUDIO,
    /** The program left sound without speech in it. */
    SILENT,
    /** The engine cannot read a character of the text. */
    TEXT_UNSUPPORTED
}
