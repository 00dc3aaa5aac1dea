package dev.hearken.cli;

import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Project;
import dev.hearken.store.registry.Registry;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code hearken models list}: every version of every project, and which one answers. */
@Command(
        name = "list",
        description = "List every version of every project, and which one answers (live).",
        footer = {"", "Example: hearken models list --json"})
final class ModelsList implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public void run() {
        boolean json = Json.isWanted(spec.commandLine());
        PrintWriter out = spec.commandLine().getOut();
        home.ask(registry -> registry.projects().stream()
                        .flatMap(project -> entries(registry, project))
                        .toList())
                .forEach(entry -> out.println(json ? Json.of(entry.properties()) : entry.inWords()));
    }

    private static Stream<Entry> entries(Registry registry, Project project) {
        return registry.versions(project.name()).stream()
                .map(version -> new Entry(
                        version,
                        project.recipe(),
                        registry.aliases(project.name()).entrySet().stream()
                                .filter(alias -> alias.getValue() == version.number())
                                .map(alias -> alias.getKey().name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    private record Entry(ModelVersion version, String recipe, List<String> aliases) {
        private Map<String, Object> properties() {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("project", version.project());
            properties.put("version", version.number());
            properties.put("aliases", aliases);
            properties.put("recipe", recipe);
            properties.put("origin", version.origin().name().toLowerCase(Locale.ROOT));
            properties.put("labels", version.summary().labels().names());
            properties.put("sample_rate_hz", version.summary().sampleRateHz());
            properties.put("size_bytes", version.sizeBytes());
            properties.put("sha256", version.sha256());
            properties.put("created_at", version.createdAt().toString());
            return properties;
        }

        private String inWords() {
            return "%s@%d  %s  %,d bytes  %s  %s"
                    .formatted(
                            version.project(),
                            version.number(),
                            version.origin().name().toLowerCase(Locale.ROOT),
                            version.sizeBytes(),
                            version.createdAt(),
                            String.join(", ", aliases));
        }
    }
}
