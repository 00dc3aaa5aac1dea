package dev.hearken.cli;

import dev.hearken.lab.synthesis.Voice;
import dev.hearken.lab.synthesis.Voices;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hearken voices list}: the engines on this machine, their voices and terms, and what to install for more. */
@Command(
        name = "list",
        description =
                "List the speech engines of this machine: voices, different speakers, languages, licences, and how to get more.",
        footer = {"", "Example: hearken voices list --language de"})
final class VoicesList implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Mixin
    private VoiceOption voices = new VoiceOption();

    @Option(names = "--all", description = "List every voice, by the name say takes.")
    private boolean all;

    @Override
    public void run() {
        Voices found = voices.find(home.open());
        PrintWriter out = spec.commandLine().getOut();
        if (all) {
            found.all()
                    .forEach(voice ->
                            out.println(Json.isWanted(spec.commandLine()) ? Json.of(entry(voice)) : voice.id()));
            return;
        }
        new TreeMap<>(found.all().stream().collect(Collectors.groupingBy(Voice::engine)))
                .forEach((engine, some) -> tell(engine, some, out));
        if (!Json.isWanted(spec.commandLine())) {
            out.printf("%d voices of %d different speakers%n", found.all().size(), found.distinctSpeakers());
            found.advice().ifPresent(line -> out.println("for more: " + line));
        }
    }

    private void tell(String engine, List<Voice> some, PrintWriter out) {
        long speakers = some.stream().map(Voice::speaker).distinct().count();
        TreeSet<String> languages = some.stream().map(Voice::language).collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> licences = some.stream().map(Voice::licence).collect(Collectors.toCollection(TreeSet::new));
        if (Json.isWanted(spec.commandLine())) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("engine", engine);
            json.put("version", some.get(0).engineVersion());
            json.put("voices", some.size());
            json.put("speakers", speakers);
            json.put("languages", languages);
            json.put("licences", licences);
            out.println(Json.of(json));
        } else {
            out.printf(
                    "%-12s %4d voices, %4d speakers  %s%n%13s%s%n",
                    engine, some.size(), speakers, String.join(" ", languages), "", String.join("; ", licences));
        }
    }

    private static Map<String, Object> entry(Voice voice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("voice", voice.id());
        json.put("engine", voice.engine());
        json.put("speaker", voice.speaker());
        json.put("language", voice.language());
        json.put("licence", voice.licence());
        return json;
    }
}
