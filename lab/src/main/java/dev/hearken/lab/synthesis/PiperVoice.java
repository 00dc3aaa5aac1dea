package dev.hearken.lab.synthesis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A speaker of a Piper voice (github.com/OHF-Voice/piper1-gpl), a VITS network with its settings in a {@code .json} beside it. Sounds like a
 * person. It draws its own noise, so that no two clips of one utterance are the same, and cannot change its pitch.
 *
 * @param name of the file without its ending, as {@code en_US-joe-medium}
 * @param ofSeveral its name and number among several; empty for the only one
 */
record PiperVoice(
        SpeechNetwork network,
        PiperSettings settings,
        Phonemizer phonemizer,
        String name,
        Optional<Map.Entry<String, Long>> ofSeveral,
        String engineVersion,
        String licence)
        implements Voice {
    static final String ENGINE = "piper";

    /** A folder of voices beside that of the home. */
    static final String FOLDER_VARIABLE = "HEARKEN_PIPER_VOICES";

    private static final int LINES_AT_A_TIME = 25;
    private static final int FOLDERS_DEEP = 6;

    /** The line of a model card that tells the terms. */
    private static final Pattern LICENCE = Pattern.compile("(?im)^[\\s*#-]*licen[sc]e:?\\**\\s*(\\S.*?)\\s*$");

    static List<Voice> installed(VoiceSearch search) {
        List<Voice> voices = new ArrayList<>();
        Phonemizer.installed(search.programs(), search.timeout()).ifPresent(phonemizer -> {
            voices.addAll(voices(search.voices().resolve(ENGINE), phonemizer));
            String other = search.environment().getOrDefault(FOLDER_VARIABLE, "");
            if (!other.isBlank()) {
                voices.addAll(voices(Path.of(other), phonemizer));
            }
        });
        return voices.stream()
                .filter(voice -> search.language().covers(voice.language()))
                .toList();
    }

    private static List<Voice> voices(Path folder, Phonemizer phonemizer) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, FOLDERS_DEEP)) {
            return files.filter(file -> file.toString().endsWith(".onnx"))
                    .sorted()
                    .flatMap(file -> speakers(file, phonemizer))
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    /** The speakers of a voice; none of one whose settings are missing or are not Piper's. */
    private static Stream<Voice> speakers(Path model, Phonemizer phonemizer) {
        try {
            PiperSettings settings = PiperSettings.read(Path.of(model + ".json"));
            SpeechNetwork network = new SpeechNetwork(model);
            String name = model.getFileName().toString().replaceFirst("\\.onnx$", "");
            String version = Long.toString(Files.size(model));
            String licence = licence(model.resolveSibling("MODEL_CARD"));
            List<Optional<Map.Entry<String, Long>>> speakers = new ArrayList<>();
            settings.speakers().entrySet().forEach(speaker -> speakers.add(Optional.of(speaker)));
            return (speakers.isEmpty() ? Stream.of(Optional.<Map.Entry<String, Long>>empty()) : speakers.stream())
                    .map(speaker -> new PiperVoice(network, settings, phonemizer, name, speaker, version, licence));
        } catch (IOException notAVoice) {
            return Stream.empty();
        }
    }

    private static String licence(Path card) throws IOException {
        Matcher line = LICENCE.matcher(Files.exists(card) ? Files.readString(card) : "");
        return line.find() ? line.group(1) : "not told: see the voice's model card";
    }

    @Override
    public String id() {
        return ENGINE + "/" + name
                + ofSeveral.map(speaker -> "#" + speaker.getKey()).orElse("");
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public String language() {
        return settings.language();
    }

    /** The person whose recordings it learned from: the same in all its qualities. */
    @Override
    public String speaker() {
        String dataset = settings.dataset().isEmpty()
                ? name.replaceFirst("^[a-zA-Z_]+-(.+)-[a-z_]+$", "$1")
                : settings.dataset();
        return ENGINE + "/" + dataset
                + ofSeveral.map(speaker -> "#" + speaker.getKey()).orElse("");
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
        List<String> texts = utterances.stream().map(Utterance::text).toList();
        List<Optional<String>> phonemes = settings.espeakVoice().isEmpty()
                ? texts.stream().map(Optional::of).toList()
                : phonemizer.phonemes(settings.espeakVoice(), texts);
        List<Speech> speeches = new ArrayList<>();
        for (int i = 0; i < utterances.size(); i++) {
            double rate = utterances.get(i).rate();
            speeches.add(phonemes.get(i)
                    .map(each -> speak(settings.numbersOf(each), rate))
                    .orElse(new Skipped(SkipReason.TEXT_UNSUPPORTED, "no phonemes in it")));
        }
        return speeches;
    }

    private Speech speak(long[] numbers, double rate) {
        float[] scales = {settings.noiseScale(), (float) (settings.lengthScale() / rate), settings.noiseW()};
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("input", new long[][] {numbers});
        inputs.put("input_lengths", new long[] {numbers.length});
        inputs.put("scales", scales);
        ofSeveral.ifPresent(speaker -> inputs.put("sid", new long[] {speaker.getValue()}));
        return network.speak(inputs, settings.sampleRateHz());
    }
}
