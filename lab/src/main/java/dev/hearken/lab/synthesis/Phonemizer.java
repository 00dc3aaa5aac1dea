package dev.hearken.lab.synthesis;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts to phonemes of the International Phonetic Alphabet, by eSpeak NG, with the punctuation between clauses kept: what neural
 * voices read. Remembers what it was asked. Safe for use by many threads.
 */
final class Phonemizer {
    /** A clause and what ends it. eSpeak NG drops punctuation, neural voices hear it. */
    private static final Pattern CLAUSE = Pattern.compile("\\s*(.*?)([,.;:!?\u2026]+(?=\\s|$)|$)");

    private static final Pattern HAS_WORD = Pattern.compile(".*[\\p{L}\\p{N}].*");

    /** Where a voice reads a word as another language's: {@code (en)}. */
    private static final Pattern LANGUAGE_SWITCH = Pattern.compile("\\([a-z-]+\\)");

    private final Program espeak;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Phonemizer(Program espeak) {
        this.espeak = espeak;
    }

    static Optional<Phonemizer> installed(ProgramPath path, Duration timeout) {
        return path.find(EspeakNg.ENGINE).map(file -> new Phonemizer(new Program(file, timeout)));
    }

    /**
     * The phonemes of each text, sounds that are one tied with {@code ^}; empty for a text that has none or cannot be read.
     *
     * @param language a language of eSpeak NG's, as {@code en-us}
     */
    List<Optional<String>> phonemes(String language, List<String> texts) {
        List<List<MatchResult>> clauses =
                texts.stream().map(Phonemizer::clauses).toList();
        learn(
                language,
                clauses.stream()
                        .flatMap(List::stream)
                        .map(clause -> clause.group(1))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
        return clauses.stream().map(each -> joined(language, each)).toList();
    }

    private static List<MatchResult> clauses(String text) {
        return CLAUSE.matcher(text)
                .results()
                .filter(clause -> HAS_WORD.matcher(clause.group(1)).matches())
                .toList();
    }

    private Optional<String> joined(String language, List<MatchResult> clauses) {
        List<String> parts = new ArrayList<>();
        for (MatchResult clause : clauses) {
            String phonemes = known.getOrDefault(key(language, clause.group(1)), "");
            if (phonemes.isEmpty()) {
                return Optional.empty();
            }
            parts.add(phonemes + clause.group(2));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
    }

    /** Asks for all clauses in one go, a paragraph each; if that does not give a line a clause, for each alone. */
    private void learn(String language, Set<String> clauses) {
        List<String> unknown = clauses.stream()
                .filter(clause -> !known.containsKey(key(language, clause)))
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        List<String> lines = lines(language, String.join("\n\n", unknown));
        for (int i = 0; i < unknown.size(); i++) {
            String phonemes =
                    lines.size() == unknown.size() ? lines.get(i) : String.join(" ", lines(language, unknown.get(i)));
            known.put(key(language, unknown.get(i)), phonemes);
        }
    }

    private List<String> lines(String language, String text) {
        try (WorkFolder folder = WorkFolder.create()) {
            Path file = folder.file("text.txt", text);
            List<String> arguments = List.of("-q", "--ipa", "--tie=^", "-v", language, "-f", file.toString());
            return espeak.run(arguments, folder.path()) instanceof Program.Finished finished && finished.exitCode() == 0
                    ? finished.output()
                            .lines()
                            .map(line ->
                                    LANGUAGE_SWITCH.matcher(line).replaceAll("").strip())
                            .filter(line -> !line.isEmpty())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String key(String language, String clause) {
        return language + "\n" + clause;
    }
}
