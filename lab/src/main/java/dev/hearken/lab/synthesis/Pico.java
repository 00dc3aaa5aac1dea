package dev.hearken.lab.synthesis;

import java.util.List;
import java.util.Locale;

/** A voice of SVOX Pico, by {@code pico2wave} of Debian's non-free {@code libttspico-utils}: one woman a language. */
record Pico(SpeechProgram program, String tag) implements Voice {
    static final String ENGINE = "pico";
    static final String PROGRAM = "pico2wave";

    /** Those for which Debian has the sound files. */
    private static final List<String> TAGS = List.of("en-US", "en-GB", "de-DE", "es-ES", "fr-FR", "it-IT");

    static List<Voice> installed(VoiceSearch search) {
        return search.programs()
                .find(PROGRAM)
                .map(file -> new SpeechProgram(new Program(file, search.timeout()), "unknown"))
                .map(program -> TAGS.stream()
                        .filter(search.language()::covers)
                        .<Voice>map(tag -> new Pico(program, tag))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public String id() {
        return ENGINE + "/" + language();
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    /** It does not tell. */
    @Override
    public String engineVersion() {
        return program.version();
    }

    @Override
    public String licence() {
        return "Apache-2.0";
    }

    @Override
    public String language() {
        return tag.toLowerCase(Locale.ROOT);
    }

    @Override
    public String speaker() {
        return id();
    }

    /** Rate and pitch are said in tags around the text, which so never begins like an option. */
    @Override
    public Speech speak(Utterance utterance) {
        String text = "<speed level=\"%d\"><pitch level=\"%d\">%s</pitch></speed>"
                .formatted(
                        Math.round(100 * utterance.rate()),
                        Math.round(100 * utterance.pitch()),
                        utterance.text().replace("&", "&amp;").replace("<", "&lt;"));
        return program.speak(folder -> List.of("-l", tag, "-w", folder.clip(0).toString(), text));
    }
}
