package dev.hearken.cli;

import dev.hearken.lab.phonetics.PhraseAdvice;
import dev.hearken.lab.phonetics.PhraseAdvisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken phrase advise}: whether a phrase is a good choice, before anything is trained. */
@Command(
        name = "advise",
        description = {
            "Tell how a phrase is pronounced, what it will be mistaken for, what to expect of a detector for it,"
                    + " and better variants. Takes a few seconds."
        },
        footer = {"", "Example: hearken phrase advise \"hey computer\" --json"})
final class PhraseAdvise implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "PHRASE", description = "What shall be said, in English words.")
    private String phrase = "";

    @Override
    public void run() {
        PhraseAdvice advice = PhraseAdvisor.on(phrase);
        spec.commandLine()
                .getOut()
                .println(Json.isWanted(spec.commandLine()) ? Json.of(advice.toJson()) : advice.toText());
    }
}
