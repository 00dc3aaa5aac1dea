package dev.hearken.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hearken completion}: a script that lets bash or zsh complete verbs and options. */
@Command(
        name = "completion",
        description = "Print a script that completes verbs and options in bash and zsh.",
        footer = {"", "Example: source <(hearken completion)"})
final class Completion implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("hearken", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
    }
}
