package dev.hearken.cli;

import dev.hearken.lab.collections.Fetch;
import dev.hearken.lab.collections.PublicSet;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearken data fetch}: a public set, from the web to a folder. */
@Command(
        name = "fetch",
        description = {
            "Download a public set of recordings, check and unpack it; without NAME, list the sets.",
            "A download that breaks off goes on when the same command is given again. Where the set is from and its licence are"
                    + " written beside it."
        },
        footer = {"", "Example: hearken data fetch fsdd"})
final class DataFetch implements Runnable {
    /** Progress is told at every so many percent, or, where the size is not known, millions of bytes. */
    private static final int STEP = 5;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "A set: fsdd, speech-commands, esc50, …")
    private @Nullable String name;

    @Option(names = "--to", paramLabel = "DIR", description = "The folder to make; else NAME, here.")
    private @Nullable Path target;

    @Option(names = "--url", paramLabel = "URL", description = "Another place of the same archive, such as a mirror.")
    private @Nullable String url;

    private long shown = -1;

    @Override
    public void run() {
        if (name == null) {
            list();
            return;
        }
        PublicSet known = PublicSet.named(name);
        PublicSet set = url == null ? known : known.from(WebAddress.parse(url));
        ProgressLine line = new ProgressLine(spec.commandLine().getErr());
        Fetch fetch = new Fetch(
                home.open().root().resolve("pins"), InstantSource.system(), (bytes, of) -> show(line, bytes, of));
        Fetch.Fetched fetched = fetch.fetch(set, target == null ? Path.of(set.name()) : target);
        line.end();
        tell(set, fetched);
    }

    private void show(ProgressLine line, long bytes, OptionalLong of) {
        long million = bytes / 1_000_000;
        long step = of.isPresent() ? 100 * bytes / of.getAsLong() / STEP : million / STEP;
        if (step > shown) {
            shown = step;
            line.show(
                    of.isPresent()
                            ? "%,d of %,d MB".formatted(million, of.getAsLong() / 1_000_000)
                            : "%,d MB".formatted(million));
        }
    }

    private void tell(PublicSet set, Fetch.Fetched fetched) {
        if (Json.isWanted(spec.commandLine())) {
            Map<String, Object> json = entry(set);
            json.put("folder", fetched.folder().toString());
            json.put("sha256", fetched.sha256());
            json.put("check", fetched.check().name());
            spec.commandLine().getOut().println(Json.of(json));
            return;
        }
        String checked = switch (fetched.check()) {
            case PUBLISHED -> "its checksum is the published one";
            case SAME_AS_FIRST -> "it is the same as when first fetched";
            case FIRST_USE ->
                "no checksum is published for it, so this one is kept and held against later downloads: "
                        + fetched.sha256();
        };
        spec.commandLine()
                .getOut()
                .println("%s is in %s; %s%n%s, %s%n%s"
                        .formatted(
                                set.title(),
                                fetched.folder(),
                                checked,
                                set.licence(),
                                set.licenceUrl(),
                                set.citation()));
    }

    private void list() {
        for (PublicSet set : PublicSet.ALL) {
            spec.commandLine()
                    .getOut()
                    .println(
                            Json.isWanted(spec.commandLine())
                                    ? Json.of(entry(set))
                                    : "%-24s %-13s %s".formatted(set.name(), set.licence(), set.title()));
        }
    }

    private static Map<String, Object> entry(PublicSet set) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", set.name());
        json.put("title", set.title());
        json.put("url", set.url().toString());
        json.put("licence", set.licence());
        json.put("licence_url", set.licenceUrl().toString());
        json.put("citation", set.citation());
        return json;
    }
}
