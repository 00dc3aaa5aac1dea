package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Tells what went wrong: one line on the error stream, or, with {@code --json}, one problem object (RFC 9457) on the output.
 */
final class Faults implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        String message = messageOf(wrong);
        List<String> suggestions = wrong instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions()
                : List.of();
        if (!suggestions.isEmpty()) {
            message += "; did you mean " + String.join(" or ", suggestions) + "?";
        }
        tell(line, Arrays.asList(arguments).contains("--json"), "USAGE", message);
        line.getErr().println("See: " + line.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine line, ParseResult parsed) {
        boolean json = Json.isWanted(line);
        if (thrown instanceof HearkenException failure && failure.kind() != HearkenException.Kind.INTERNAL) {
            tell(line, json, failure.code(), messageOf(failure));
        } else {
            thrown.printStackTrace(line.getErr());
            String code = thrown instanceof HearkenException failure ? failure.code() : "INTERNAL";
            tell(line, json, code, "a fault in Hearken itself, please report it: " + messageOf(thrown));
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static void tell(CommandLine line, boolean json, String code, String message) {
        if (json) {
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("title", message);
            problem.put("code", code);
            line.getOut().println(Json.of(problem));
        } else {
            line.getErr().println("hearken: " + message + " [" + code + "]");
        }
    }

    private static String messageOf(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), thrown.getClass().getSimpleName());
    }
}
