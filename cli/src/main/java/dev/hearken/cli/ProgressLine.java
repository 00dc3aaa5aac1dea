package dev.hearken.cli;

import java.io.PrintWriter;

/** One line that is written anew on a terminal, and a line for each state elsewhere. */
final class ProgressLine {
    /** Set by the launcher, which can see where the error stream leads; Java cannot. */
    private static final String TERMINAL = "hearken.terminal";

    private static final String BACK_AND_CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;

    /** A line on the error stream, so that standard output holds answers alone. */
    ProgressLine(PrintWriter err) {
        this.err = err;
        this.terminal = Boolean.getBoolean(TERMINAL);
    }

    /** Shows a state that the next one replaces. */
    void show(String state) {
        if (terminal) {
            err.print(BACK_AND_CLEAR + state);
            err.flush();
        } else {
            err.println(state);
        }
    }

    /** Leaves the last state where it stands. */
    void end() {
        if (terminal) {
            err.println();
        }
    }
}
