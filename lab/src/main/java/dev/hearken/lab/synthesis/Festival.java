package dev.hearken.lab.synthesis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A voice of Festival, made from recordings of one person. Slow to start (0.2 s or more), so many utterances are said by
 * one process. HTS voices keep their pitch whatever is asked.
 */
record Festival(SpeechProgram program, String name) implements Voice {
    static final String ENGINE = "festival";

    private static final int LINES_AT_A_TIME = 25;

    private static final Pattern LIST = Pattern.compile("hearken-voices \\(([^)]*)\\)");

    private static final Pattern VERSION = Pattern.compile("System: ([^:\\s]+)");

    /** Voices whose speaker another engine, or another of Festival's own methods, has too. */
    private static final Map<String, String> SPEAKERS = Map.of(
            "cmu_us_slt_arctic_hts", "cmu/slt",
            "cmu_us_slt_cg", "cmu/slt",
            "cmu_us_rms_cg", "cmu/rms",
            "cmu_us_awb_cg", "cmu/awb",
            "kal_diphone", "cmu/kal16");

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

    private static List<Voice> voices(Program festival) {
        SpeechProgram program = new SpeechProgram(festival, Listing.version(festival, VERSION));
        return Listing.names(festival, LIST, "-b", "(format t \"hearken-voices %l\\n\" (voice.list))")
                .filter(Festival::isEnglish)
                .<Voice>map(name -> new Festival(program, name))
                .toList();
    }

    /** Festival does not list languages; these are how the English voices of its distributors are named. */
    private static boolean isEnglish(String name) {
        return name.startsWith("cmu_us_") || name.startsWith("ke") || name.startsWith("ka") || name.startsWith("rab_");
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
        return "CSTR / CMU licence (X11-like)";
    }

    @Override
    public String language() {
        return name.startsWith("rab_") ? "en-gb" : "en-us";
    }

    @Override
    public String speaker() {
        return SPEAKERS.getOrDefault(name, ENGINE + "/" + name);
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
        List<Speech> speeches = program.speakAll(utterances.size(), folder -> {
            StringBuilder script = new StringBuilder(PRELUDE.formatted(name));
            for (int i = 0; i < utterances.size(); i++) {
                if (utterances.get(i).isAscii()) {
                    script.append(line(utterances.get(i), folder.clip(i)));
                }
            }
            return List.of("-b", folder.file("script.scm", script.toString()).toString());
        });
        List<Speech> result = new ArrayList<>(speeches);
        for (int i = 0; i < result.size(); i++) {
            if (!utterances.get(i).isAscii()) {
                result.set(i, new Skipped(SkipReason.TEXT_UNSUPPORTED, "festival reads ASCII only"));
            }
        }
        return result;
    }

    /**
     * The voice is chosen anew for each utterance, which undoes all settings: an utterance sounds the same whatever was
     * said before it. An error ends the utterance and not the process.
     */
    private static final String PRELUDE = """
            (define (pitched params factor)
              (mapcar (lambda (p) (list (car p)
                (if (string-matches (string-append (car p)) "target_f0.*") (* factor (cadr p)) (cadr p)))) params))
            (define (say text rate pitch file)
              (unwind-protect
                (begin
                  (voice_%1$s)
                  (Parameter.set 'Duration_Stretch (/ 1 rate))
                  (if (symbol-bound? 'hts_engine_params)
                    (set! hts_engine_params (append hts_engine_params (list (list "-r" rate)))))
                  (if (symbol-bound? 'int_lr_params)
                    (set! int_lr_params (pitched int_lr_params pitch)))
                  (utt.save.wave (utt.synth (eval (list 'Utterance 'Text text))) file 'riff))
                (format t "not said\\n")))
            """;

    private static String line(Utterance utterance, Path file) {
        return String.format(
                Locale.ROOT,
                "(say %s %.2f %.2f %s)%n",
                quoted(utterance.text()),
                utterance.rate(),
                utterance.pitch(),
                quoted(file.toString()));
    }

    /** A Scheme string: only the quote and the backslash mean anything in it. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
