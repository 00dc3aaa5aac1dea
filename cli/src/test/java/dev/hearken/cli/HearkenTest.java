package dev.hearken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HearkenTest {
    @Test
    void helpNamesTheVerbsAndAnExample() {
        Called help = Called.with("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("version", "completion", "Example: hearken ");
    }

    @Test
    void noVerbIsAWrongCall() {
        Called called = Called.with();

        assertThat(called.exitCode()).isEqualTo(2);
        assertThat(called.err()).startsWith("hearken: a verb is missing [USAGE]");
    }

    @Test
    void anUnknownVerbSuggestsTheNearest() {
        Called called = Called.with("versoin");

        assertThat(called.exitCode()).isEqualTo(2);
        assertThat(called.err()).contains("did you mean").contains("version");
        assertThat(called.out()).isEmpty();
    }

    @Test
    void aWrongCallWithJsonIsAProblemOnTheOutput() {
        Called called = Called.with("version", "--json", "--sideways");

        assertThat(called.exitCode()).isEqualTo(2);
        assertThat(called.out())
                .startsWith("{\"title\":\"Unknown option: '--sideways'")
                .contains("\"code\":\"USAGE\"");
    }

    @Test
    void jsonIsUnderstoodBeforeAndAfterTheVerb() {
        assertThat(Called.with("version", "--json").out()).startsWith("{\"hearken\":");
        assertThat(Called.with("--json", "version").out()).startsWith("{\"hearken\":");
    }

    @Test
    void completionIsAScriptThatKnowsTheVerbs() {
        assertThat(Called.with("completion").out())
                .startsWith("#!/usr/bin/env bash")
                .contains("completion", "version");
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbHasHelpWithAnExampleThatNamesIt(String verb) {
        Called help = Called.with((verb + " --help").split(" "));

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).containsPattern("Example: .*hearken " + verb);
    }

    private static Stream<String> verbs() {
        CommandLine line = new CommandLine(new Hearken())
                .setOut(new PrintWriter(Writer.nullWriter()))
                .setErr(new PrintWriter(Writer.nullWriter()));
        return verbsOf("", line);
    }

    private static Stream<String> verbsOf(String prefix, CommandLine line) {
        return line.getSubcommands().entrySet().stream().flatMap(verb -> {
            String name = prefix + verb.getKey();
            return verb.getValue().getSubcommands().isEmpty() ? Stream.of(name) : verbsOf(name + " ", verb.getValue());
        });
    }
}
