package dev.hearken.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The {@code hearken} command. Exits with 0 if all went well, 1 if something failed, 2 if it was called wrongly.
 */
@Command(
        name = "hearken",
        description = "Labelled recordings in, a small audio classifier out.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = {"", "Example: hearken predict digits seven.wav", "Help for one verb: hearken VERB --help"},
        sortOptions = false,
        subcommands = {
            Serve.class,
            Worker.class,
            Predict.class,
            Detect.class,
            Listen.class,
            Train.class,
            Phrase.class,
            Evaluate.class,
            Models.class,
            Runs.class,
            Reproduce.class,
            Data.class,
            Voices.class,
            Users.class,
            Tokens.class,
            Backbone.class,
            Backup.class,
            Restore.class,
            Bench.class,
            Version.class,
            Completion.class
        })
public final class Hearken implements Runnable {
    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Answer in JSON, one value a line.")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    /** Runs one verb and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Runs one verb, printing to {@code out} and {@code err}; answers its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Hearken());
        Faults faults = new Faults();
        return line.setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(faults)
                .setExecutionExceptionHandler(faults)
                .setUsageHelpWidth(100)
                // A recording may be called @something.
                .setExpandAtFiles(false)
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a verb is missing");
    }
}
