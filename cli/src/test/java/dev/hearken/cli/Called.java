package dev.hearken.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What one call of the command answered. */
record Called(int exitCode, String out, String err) {
    static Called with(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Hearken.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Called(exitCode, out.toString(), err.toString());
    }

    List<String> outLines() {
        return out.lines().toList();
    }
}
