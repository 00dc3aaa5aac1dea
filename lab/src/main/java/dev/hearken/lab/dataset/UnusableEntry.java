package dev.hearken.lab.dataset;

import dev.hearken.lab.dataset.SkippedEntry.Reason;

/** Why an entry of a manifest leads to no recording; caught by {@link Findings}, which lists it. */
final class UnusableEntry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnusableEntry(Reason reason, String detail) {
        // Without a stack trace: there may be a million.
        super(detail, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
