package dev.hearken.lab.synthesis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A speaker of {@link Kokoro}: one style, or the mean of two or three, which is a speaker nobody has heard. It cannot change its pitch.
 *
 * @param blend names of styles: the language's letter, {@code f} or {@code m}, and the speaker's name, as {@code af_heart}
 * @param language of the phonemes it is given, a language of eSpeak NG's; a speaker of another one has an accent in it
 */
record KokoroVoice(Kokoro kokoro, List<String> blend, String language) implements Voice {
    private static final int LINES_AT_A_TIME = 5;

    /** Blends beside the speakers themselves: as many as make synthesized speakers outnumber a usual corpus' ones. */
    private static final int BLENDS = 100;

    /** By the first letter of a style, as Kokoro names them. Japanese and Chinese need readings eSpeak NG does not give. */
    private static final Map<Character, String> LANGUAGES =
            Map.of('a', "en-us", 'b', "en-gb", 'e', "es", 'f', "fr-fr", 'h', "hi", 'i', "it", 'p', "pt-br");

    /** Those who can say something in a language: its own speakers, and for English those of other languages too. */
    static List<Voice> installed(VoiceSearch search) {
        Path folder = search.voices().resolve(Kokoro.ENGINE);
        Optional<Phonemizer> phonemizer = Phonemizer.installed(search.programs(), search.timeout());
        if (phonemizer.isEmpty() || !Files.isDirectory(folder.resolve("voices"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> model = files.filter(file -> file.toString().endsWith(".onnx"))
                    .sorted()
                    .findFirst();
            if (model.isEmpty()) {
                return List.of();
            }
            Kokoro kokoro = new Kokoro(model.get(), folder.resolve("voices"), phonemizer.get());
            return voices(kokoro, Kokoro.styles(folder.resolve("voices")), search.language());
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static List<Voice> voices(Kokoro kokoro, List<String> styles, Language wanted) {
        Map<String, List<String>> byLanguage = styles.stream()
                .filter(style -> wanted.covers(nativeLanguage(style)) || wanted.covers("en-us"))
                .collect(Collectors.groupingBy(
                        style -> wanted.covers(nativeLanguage(style)) ? nativeLanguage(style) : "en-us"));
        List<Voice> voices = new ArrayList<>();
        new TreeSet<>(byLanguage.keySet()).forEach(language -> {
            List<String> speakers = byLanguage.getOrDefault(language, List.of());
            speakers.forEach(style -> voices.add(new KokoroVoice(kokoro, List.of(style), language)));
            int share = BLENDS * speakers.size() / Math.max(1, styles.size());
            blends(speakers, share).forEach(blend -> voices.add(new KokoroVoice(kokoro, blend, language)));
        });
        return voices;
    }

    private static String nativeLanguage(String style) {
        return LANGUAGES.getOrDefault(style.charAt(0), "");
    }

    /** {@code count} different pairs and triples: always the same ones of the same styles. */
    static List<List<String>> blends(List<String> styles, int count) {
        int n = styles.size();
        long possible = n * (n - 1L) / 2 + n * (n - 1L) * (n - 2L) / 6;
        Random random = new Random(styles.hashCode());
        TreeSet<String> drawn = new TreeSet<>();
        while (drawn.size() < Math.min(count, possible)) {
            TreeSet<String> some = new TreeSet<>();
            int of = Math.min(n, 2 + random.nextInt(2));
            while (some.size() < of) {
                some.add(styles.get(random.nextInt(n)));
            }
            drawn.add(String.join("+", some));
        }
        return drawn.stream().map(blend -> List.of(blend.split("\\+"))).toList();
    }

    @Override
    public String id() {
        String name = String.join("+", blend);
        return Kokoro.ENGINE + "/" + (nativeLanguage(name).equals(language) ? name : name + "@" + language);
    }

    @Override
    public String engine() {
        return Kokoro.ENGINE;
    }

    @Override
    public String engineVersion() {
        return kokoro.version();
    }

    @Override
    public String licence() {
        return "Apache-2.0";
    }

    /** By name: {@code am_santa} and {@code em_santa} are one person in two languages. A blend is a speaker of its own. */
    @Override
    public String speaker() {
        return Kokoro.ENGINE + "/"
                + blend.stream()
                        .map(style -> style.substring(style.indexOf('_') + 1))
                        .collect(Collectors.joining("+"));
    }

    @Override
    public int linesAtATime() {
        return LINES_AT_A_TIME;
    }

    @Override
    public Speech speak(Utterance utterance) {
        return speakAll(List.of(utterance)).get(0);
    }

    @Override
    public List<Speech> speakAll(List<Utterance> utterances) {
        return kokoro.speak(blend, language, utterances);
    }
}
