package dev.hearken.lab.phonetics;

/** What to expect of a detector for a phrase. */
public enum Outlook {
    /** Long enough, and little else sounds like it. */
    GOOD,
    /** It will work, with more misses or false alarms than need be. */
    FAIR,
    /** Another phrase will serve better. */
    POOR;

    /** The worse of the two. */
    Outlook and(Outlook other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
