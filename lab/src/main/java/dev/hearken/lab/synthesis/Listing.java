package dev.hearken.lab.synthesis;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a program says about itself. */
final class Listing {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Listing() {}

    /** Its output for these arguments; empty if it could not be run or took too long. */
    static Optional<String> of(Program program, String... arguments) {
        try (WorkFolder folder = WorkFolder.create()) {
            return program.run(List.of(arguments), folder.path()) instanceof Program.Finished finished
                    ? Optional.of(finished.output())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The names in the first group of {@code list}, apart by spaces, each once; none if it does not occur. */
    static Stream<String> names(Program program, Pattern list, String... arguments) {
        return of(program, arguments)
                .map(list::matcher)
                .filter(Matcher::find)
                .map(match -> SPACES.splitAsStream(match.group(1).strip()))
                .orElse(Stream.empty())
                .filter(name -> !name.isEmpty())
                .distinct();
    }

    /** The first group of {@code version} in what {@code --version} prints, or {@code unknown}. */
    static String version(Program program, Pattern version) {
        return of(program, "--version")
                .map(version::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .orElse("unknown");
    }
}
