package dev.hearken.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** A recording that could not be read, among others that were. */
record UnreadRecording(Recording recording, String code, String why) {
    /** As a line of JSON among the answers where JSON is wanted, else as a line on the error stream. */
    void tell(CommandSpec spec) {
        if (Json.isWanted(spec.commandLine())) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("file", recording.name());
            line.put("code", code);
            line.put("title", why);
            spec.commandLine().getOut().println(Json.of(line));
        } else {
            spec.commandLine().getErr().println("%s: %s [%s]".formatted(recording.name(), why, code));
        }
    }
}
