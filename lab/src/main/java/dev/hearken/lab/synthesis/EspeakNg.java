package dev.hearken.lab.synthesis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A voice of eSpeak NG: an accent with a variant that changes the speaker. A formant synthesizer: about 10 ms a word,
 * many speakers, little likeness to real ones.
 *
 * @param accent as {@code en-us}
 * @param variant as {@code f3}; empty for the accent's own voice
 */
record EspeakNg(SpeechProgram program, String accent, String variant) implements Voice {
    static final String ENGINE = "espeak-ng";

    /** A quarter of the usual 100, at which one clip in seven is clipped; the loudest variants are 20 dB over the softest. */
    private static final String AMPLITUDE = "25";

    private static final double WORDS_PER_MINUTE = 175;

    /** Steps of option -p for a factor e of pitch: 0, 25, 75 and 99 measured 0.70, 0.81, 1.26 and 1.63 of step 50. */
    private static final double PITCH_STEPS = 110;

    /** A row of {@code --voices}: priority, language, age and gender, name, file, other languages. */
    private static final Pattern ROW = Pattern.compile("\\s*\\d+\\s+(\\S+)\\s+\\S+\\s+\\S+\\s+(.+?)\\s*(\\(.*)?");

    private static final Pattern VERSION = Pattern.compile("text-to-speech: (\\S+)");

    /** Variants that nobody would take for a person: robots, whispers, effects, and a test of speed. */
    private static final Pattern NOT_A_PERSON =
            Pattern.compile(".*(robo|whisper|demonic|announcer|croak|fast|tweaky).*");

    static List<Voice> installed(VoiceSearch search) {
        return search.programs()
                .find(ENGINE)
                .map(file -> voices(new Program(file, search.timeout()), search.language()))
                .orElse(List.of());
    }

    private static List<Voice> voices(Program espeak, Language language) {
        SpeechProgram program = new SpeechProgram(espeak, Listing.version(espeak, VERSION));
        List<String> variants = Stream.concat(
                        Stream.of(""),
                        rows(espeak, "--voices=variant")
                                .map(row -> row.group(2).replaceFirst("^!v/", ""))
                                .filter(name -> !NOT_A_PERSON
                                        .matcher(name.toLowerCase(Locale.ROOT))
                                        .matches()))
                .distinct()
                .toList();
        List<Voice> voices = new ArrayList<>();
        // The voices of mb/ need MBROLA, whose voices may not be used commercially.
        rows(espeak, "--voices=" + language.tag().replaceFirst("-.*", ""))
                .filter(row -> !row.group(2).startsWith("!v/") && !row.group(2).startsWith("mb/"))
                .map(row -> row.group(1))
                .filter(language::covers)
                .distinct()
                .forEach(accent -> variants.forEach(variant -> voices.add(new EspeakNg(program, accent, variant))));
        return voices;
    }

    private static Stream<Matcher> rows(Program espeak, String option) {
        return Listing.of(espeak, option)
                .map(text -> text.lines().map(ROW::matcher).filter(Matcher::matches))
                .orElse(Stream.empty());
    }

    @Override
    public String id() {
        return variant.isEmpty() ? ENGINE + "/" + accent : ENGINE + "/" + accent + "+" + variant;
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public String engineVersion() {
        return program.version();
    }

    @Override
    public String licence() {
        return "GPL-3.0-or-later program; its speech is not covered";
    }

    @Override
    public String language() {
        return accent;
    }

    /** The variant: it sounds alike in all accents. */
    @Override
    public String speaker() {
        return ENGINE + "/" + (variant.isEmpty() ? "default" : variant);
    }

    @Override
    public Speech speak(Utterance utterance) {
        long speed = Math.round(WORDS_PER_MINUTE * utterance.rate());
        long pitch = Math.max(0, Math.min(99, Math.round(50 + PITCH_STEPS * Math.log(utterance.pitch()))));
        String name = variant.isEmpty() ? accent : accent + "+" + variant;
        return program.speak(folder -> {
            Path text = folder.file("text.txt", utterance.text());
            // -z leaves out the pause of a sentence's end.
            return List.of(
                    "-a",
                    AMPLITUDE,
                    "-v",
                    name,
                    "-s",
                    "" + speed,
                    "-p",
                    "" + pitch,
                    "-z",
                    "-f",
                    text.toString(),
                    "-w",
                    folder.clip(0).toString());
        });
    }
}
