package dev.hearken.cli;

import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the command line prints it: one value a line, keys in the order given. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Whether {@code --json} stands anywhere on this verb's command line. */
    static boolean isWanted(CommandLine line) {
        return line.getCommandSpec().root().userObject() instanceof Hearken hearken && hearken.json;
    }
}
