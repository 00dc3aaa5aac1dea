package dev.hearken.cli;

import dev.hearken.lab.synthesis.Language;
import dev.hearken.lab.synthesis.VoiceCommand;
import dev.hearken.lab.synthesis.VoiceSearch;
import dev.hearken.lab.synthesis.Voices;
import dev.hearken.store.database.Home;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which voices a verb works with: {@code --language} and {@code --voice-command}. */
final class VoiceOption {
    @Option(names = "--language", paramLabel = "TAG", description = "What they speak: en, en-gb, de, …; else en.")
    private String language = Language.ENGLISH.tag();

    @Option(
            names = "--voice-command",
            paramLabel = "COMMAND",
            description = "Another program that speaks: 'bark --text {text} --out {wav}'. May be given several times.")
    private List<String> commands = new ArrayList<>();

    /** The voices of this machine and home. */
    Voices find(Home home) {
        Language wanted = Language.parse(language);
        return Voices.installed(VoiceSearch.of(home, wanted)
                .with(commands.stream()
                        .map(command -> VoiceCommand.parse(command, wanted))
                        .toList()));
    }
}
