package dev.hearken.lab.synthesis;

/** Why a voice did not say something. The names are stable. */
public enum SkipReason {
    /** The engine's program could not be started. */
    MISSING_PROGRAM,
    /** The engine ended with an error or left no sound. */
    FAILED,
    /** The engine took longer than it may and was ended. */
    TIMED_OUT,
    /** The thread was interrupted while it waited; the program was ended. */
    INTERRUPTED,
    /** The engine left something that is not sound. */
    UNREADABLE_AUDIO,
    /** The engine left sound without speech in it. */
    SILENT,
    /** The engine cannot read a character of the text. */
    TEXT_UNSUPPORTED,
    /** The service does not accept the key, or not for this. */
    REFUSED,
    /** The engine had failed several times in a row and was not asked any more. */
    ENGINE_GIVEN_UP;

    /** Whether it says something about the engine rather than about what it was asked. */
    boolean isTheEngines() {
        return this == MISSING_PROGRAM
                || this == FAILED
                || this == TIMED_OUT
                || this == UNREADABLE_AUDIO
                || this == REFUSED;
    }
}
