package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A password that is asked for: never an argument, which every process of the machine could read. */
final class NewPassword {
    @Option(names = "--password-stdin", description = "Take the password from the first line of standard input.")
    private boolean fromInput;

    /**
     * Asks twice at the terminal, unless it comes from standard input.
     *
     * @throws HearkenException {@code PASSWORDS_DIFFER}, {@code PASSWORD_MISSING}
     */
    String ask(String name) {
        return fromInput
                ? firstLine()
                : typed(Optional.ofNullable(System.console()).orElseThrow(NewPassword::missing), name);
    }

    private static String typed(Console terminal, String name) {
        char[] first = terminal.readPassword("Password for %s: ", name);
        char[] again = terminal.readPassword("The same again: ");
        if (first == null || again == null) {
            throw missing();
        }
        if (!Arrays.equals(first, again)) {
            throw HearkenException.user("PASSWORDS_DIFFER", "the two passwords differ; nothing was changed");
        }
        return new String(first);
    }

    private static String firstLine() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                throw missing();
            }
            return line;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static HearkenException missing() {
        return HearkenException.user(
                "PASSWORD_MISSING", "type a password at the terminal, or give it to --password-stdin");
    }
}
