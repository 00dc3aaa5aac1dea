package dev.hearken.lab.synthesis;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A voice of CMU Flite, made from recordings of one person; about 20 ms a word. rms keeps its pitch whatever is asked. */
record Flite(SpeechProgram program, String name) implements Voice {
    static final String ENGINE = "flite";

    private static final Pattern LIST = Pattern.compile("Voices available:(.*)");

    private static final Pattern VERSION = Pattern.compile("version: flite-(\\S+)");

    /** awb_time tells the time and nothing else, kal is kal16 at half the rate. */
    private static final Set<String> LEFT_OUT = Set.of("awb_time", "kal");

    static List<Voice> installed(VoiceSearch search) {
        return search
                .programs()
                .find(ENGINE)
                .map(file -> voices(new Program(file, search.timeout())))
                .orElse(List.of())
                .stream()
                .filter(voice -> search.language().covers(voice.language()))
                .toList();
    }

    private static List<Voice> voices(Program flite) {
        SpeechProgram program = new SpeechProgram(flite, Listing.version(flite, VERSION));
        return Listing.names(flite, LIST, "-lv")
                .filter(name -> !LEFT_OUT.contains(name))
                .<Voice>map(name -> new Flite(program, name))
                .toList();
    }

    @Override
    public String id() {
        return ENGINE + "/" + name;
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
        return "CMU Flite licence (BSD-like)";
    }

    @Override
    public String language() {
        return "en-us";
    }

    /** The person of CMU ARCTIC; Festival has voices of some of them too. */
    @Override
    public String speaker() {
        return "cmu/" + name;
    }

    @Override
    public Speech speak(Utterance utterance) {
        if (!utterance.isAscii()) {
            return new Skipped(SkipReason.TEXT_UNSUPPORTED, "flite reads ASCII only");
        }
        return program.speak(folder -> {
            Path text = folder.file("text.txt", utterance.text());
            return List.of(
                    "-voice",
                    name,
                    "--setf",
                    "duration_stretch=" + 1 / utterance.rate(),
                    "--setf",
                    "f0_shift=" + utterance.pitch(),
                    "-f",
                    text.toString(),
                    "-o",
                    folder.clip(0).toString());
        });
    }
}
