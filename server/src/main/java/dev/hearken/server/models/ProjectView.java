package dev.hearken.server.models;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Project;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A project as the API shows it.
 *
 * @param live the version that answers; null if there is none
 * @param aliases which version {@code live}, {@code previous} and {@code candidate} stand for
 * @param versions all versions, oldest first
 */
@Schema(name = "Project", description = "One classifier: its recipe and the versions of its model.")
record ProjectView(
        @Schema(example = "digits") String name,

        @Schema(example = "digits", description = "The question its models answer.")
        String recipe,

        @Schema(example = "hey computer", description = "What is listened for, where somebody typed it.") @Nullable
        String phrase,

        Instant createdAt,
        @Nullable VersionView live,
        @Schema(example = "{\"live\": 2, \"previous\": 1}") Map<String, Integer> aliases,
        List<VersionView> versions) {

    static ProjectView of(Project project, Map<Alias, Integer> aliases, List<ModelVersion> versions) {
        Integer live = aliases.get(Alias.LIVE);
        List<VersionView> views = versions.stream().map(VersionView::of).toList();
        Map<String, Integer> names = new TreeMap<>();
        aliases.forEach((alias, number) -> names.put(alias.name().toLowerCase(Locale.ROOT), number));
        return new ProjectView(
                project.name(),
                project.recipe(),
                project.phrase().orElse(null),
                project.createdAt(),
                views.stream()
                        .filter(view -> live != null && view.number() == live)
                        .findFirst()
                        .orElse(null),
                names,
                views);
    }

    /** A version as the API shows it. */
    @Schema(name = "Version", description = "One trained model. It never changes.")
    record VersionView(
            @Schema(example = "1") int number,

            @Schema(description = "SHA-256 of the model file.")
            String sha256,

            long sizeBytes,

            @Schema(allowableValues = {"starter", "trained", "uploaded"})
            String origin,

            List<String> labels,

            @Schema(example = "8000") int sampleRateHz,

            @Schema(example = "8000", description = "How much audio one answer is about, in samples.")
            int windowSamples,

            @Schema(types = "object", description = "Measured figures with their denominators.") @JsonRawValue
            String metrics,

            Instant createdAt) {

        static VersionView of(ModelVersion version) {
            return new VersionView(
                    version.number(),
                    version.sha256(),
                    version.sizeBytes(),
                    version.origin().name().toLowerCase(Locale.ROOT),
                    version.summary().labels().names(),
                    version.summary().sampleRateHz(),
                    version.summary().windowSamples(),
                    version.summary().metricsJson(),
                    version.createdAt());
        }
    }

    /** All projects. */
    @Schema(name = "Projects")
    record ProjectList(List<ProjectView> projects) {}
}
