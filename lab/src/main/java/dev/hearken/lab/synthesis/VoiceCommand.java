package dev.hearken.lab.synthesis;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a program that speaks is called, so that any can be plugged in: Bark, a service's own command, a script.
 *
 * <p>{@code {text}} stands for the text, {@code {file}} for a file with the text, {@code {wav}} for the WAV file the program is to
 * write, {@code {rate}} and {@code {pitch}} for how, {@code {voice}} for which of its voices. No shell reads the words.
 *
 * @param name the engine's name: letters, digits, points and dashes
 * @param words the program, by name or path, and its arguments
 * @param voices its voices' names, at least one
 * @param language an IETF tag in lower case
 * @param licence the terms of what it says
 */
public record VoiceCommand(String name, List<String> words, List<String> voices, String language, String licence) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");

    /** A word, or what quotes keep together; in quotes nothing else has a meaning. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private static final String NOT_TOLD = "not told";
    private static final int MOST_FILE_BYTES = 1 << 20;

    /** @throws HearkenException {@code VOICE_COMMAND_INVALID} */
    public VoiceCommand {
        words = List.copyOf(words);
        voices = List.copyOf(voices);
        require(NAME.matcher(name).matches(), "'" + name + "' cannot name an engine; take a-z, 0-9, points and dashes");
        require(!voices.isEmpty(), name + " has no voices");
        require(words.stream().anyMatch(word -> word.contains("{wav}")), name + " has no {wav} to write its sound to");
        require(
                words.stream().anyMatch(word -> word.contains("{text}") || word.contains("{file}")),
                name + " has neither {text} nor {file} to read");
    }

    /**
     * A command as typed: {@code bark --text {text} --out {wav}}. Its program's name is the engine's, and it has one voice.
     *
     * @throws HearkenException {@code VOICE_COMMAND_INVALID}
     */
    public static VoiceCommand parse(String command, Language language) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(command); word.find(); ) {
            words.add(Stream.of(1, 2, 3)
                    .map(word::group)
                    .flatMap(text -> Optional.ofNullable(text).stream())
                    .findFirst()
                    .orElseThrow());
        }
        require(!words.isEmpty(), "a command needs a program");
        String program = Path.of(words.get(0)).getFileName().toString();
        return new VoiceCommand(program.toLowerCase(Locale.ROOT), words, List.of("default"), language.tag(), NOT_TOLD);
    }

    /**
     * The commands of a file: an array of objects with {@code name}, {@code command} (an array of words), and where they are not
     * the usual ones {@code voices}, {@code language} and {@code licence}.
     *
     * @return none if there is no such file
     * @throws HearkenException {@code VOICE_COMMAND_INVALID}
     */
    static List<VoiceCommand> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            require(Files.size(file) <= MOST_FILE_BYTES, file + " is too large");
            return new JsonMapper()
                    .readTree(Files.readAllBytes(file))
                    .valueStream()
                    .map(VoiceCommand::of)
                    .toList();
        } catch (IOException | JacksonException unreadable) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "VOICE_COMMAND_INVALID",
                    "%s cannot be read: %s".formatted(file, unreadable.getMessage()),
                    unreadable);
        }
    }

    private static VoiceCommand of(JsonNode entry) {
        List<String> voices =
                entry.path("voices").valueStream().map(JsonNode::stringValue).toList();
        return new VoiceCommand(
                entry.required("name").stringValue(),
                entry.required("command")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList(),
                voices.isEmpty() ? List.of("default") : voices,
                entry.path("language").asString("en"),
                entry.path("licence").asString(NOT_TOLD));
    }

    List<String> arguments() {
        return words.subList(1, words.size());
    }

    /** Its voices, if its program is there. */
    List<Voice> voices(ProgramPath path, Duration timeout) {
        Path named = Path.of(words.get(0));
        Optional<Path> file = named.getNameCount() > 1 || named.isAbsolute()
                ? Optional.of(named.toAbsolutePath()).filter(Files::isExecutable)
                : path.find(words.get(0));
        String version = "command " + Integer.toHexString(words.hashCode());
        return file.map(found -> new SpeechProgram(new Program(found, timeout), version)).stream()
                .flatMap(program -> voices.stream().<Voice>map(voice -> new CommandVoice(program, this, voice)))
                .toList();
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw HearkenException.user("VOICE_COMMAND_INVALID", otherwise);
        }
    }
}
