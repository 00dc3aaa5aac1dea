package dev.hearken.lab.synthesis;

import dev.hearken.store.database.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where voices are looked for, and which.
 *
 * @param programs the folders of speech programs
 * @param voices the folder of voice files, a folder an engine: {@code kokoro}, {@code piper}
 * @param environment the process's variables: keys of services
 * @param language what they are to speak
 * @param commands programs of the user's own that speak, beside those of {@code commands.json} in the folder of voice files
 * @param timeout how long one run of a program or call of a service may last
 */
public record VoiceSearch(
        ProgramPath programs,
        Path voices,
        Map<String, String> environment,
        Language language,
        List<VoiceCommand> commands,
        Duration timeout) {
    private static final String COMMANDS_FILE = "commands.json";

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A large network on a small machine takes minutes for a sentence. */
    private static final Duration COMMAND_TIMEOUT = Duration.ofMinutes(5);

    public VoiceSearch {
        environment = Map.copyOf(environment);
        commands = List.copyOf(commands);
    }

    /** On this machine and in this home. */
    public static VoiceSearch of(Home home, Language language) {
        return new VoiceSearch(
                ProgramPath.ofEnvironment(), home.voices(), System.getenv(), language, List.of(), TIMEOUT);
    }

    /** The same with programs of the user's own. */
    public VoiceSearch with(List<VoiceCommand> more) {
        return new VoiceSearch(programs, voices, environment, language, more, timeout);
    }

    /** The voices of all commands that speak the language. */
    List<Voice> commanded() {
        return Stream.concat(commands.stream(), VoiceCommand.read(voices.resolve(COMMANDS_FILE)).stream())
                .flatMap(command -> command.voices(programs, COMMAND_TIMEOUT).stream())
                .filter(voice -> language.covers(voice.language()))
                .toList();
    }
}
