package dev.hearken.server;

import dev.hearken.core.HearkenException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Settings from outside; docs/settings.md lists them all.
 *
 * @param values by name, as {@link System#getenv()} gives them
 */
record Variables(Map<String, String> values) {
    /** A whole number, or {@code otherwise} where nothing is said. */
    int number(String name, int otherwise, int least, int most) {
        String said = said(name);
        try {
            int number = said.isEmpty() ? otherwise : Integer.parseInt(said);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Told below, as a number outside of the range is.
        }
        throw invalid(name, "a whole number from %,d to %,d".formatted(least, most), said);
    }

    /** {@code true} or {@code false}, or false where nothing is said. */
    boolean flag(String name) {
        String said = said(name);
        if (said.isEmpty() || said.equals("false")) {
            return false;
        }
        if (said.equals("true")) {
            return true;
        }
        throw invalid(name, "true or false", said);
    }

    /** What stands between commas, or nothing. */
    List<String> list(String name) {
        return Arrays.stream(said(name).split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    static HearkenException invalid(String name, String wanted, String said) {
        return HearkenException.user("SETTING_INVALID", "%s must be %s, got \"%s\"".formatted(name, wanted, said));
    }

    private String said(String name) {
        return values.getOrDefault(name, "").strip();
    }
}
