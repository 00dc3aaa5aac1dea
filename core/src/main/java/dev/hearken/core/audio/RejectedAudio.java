package dev.hearken.core.audio;

/** Carries a rejection from deep inside a decoder to {@link AudioReader}; never leaves the room. */
final class RejectedAudio extends Exception {
    private static final long serialVersionUID = 1L;

    private final Rejection reason;
    private final String detail;

    RejectedAudio(Rejection reason, String detail) {
        // No stack trace: rejecting hostile input must be cheap.
        super(detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    Rejected answer() {
        return new Rejected(reason, detail);
    }
}
