package dev.hearken.server.clips;

import dev.hearken.store.catalogue.ClipWarning;
import dev.hearken.store.catalogue.ProjectClip;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A recording as the API shows it. */
@Schema(name = "Clip", description = "A recording of a project.")
record ClipView(
        @Schema(example = "17") int number,
        @Schema(example = "seven.wav") String name,
        @Schema(example = "7") @Nullable String label,

        @Schema(example = "ann", description = "Clips of one speaker stand on one side of every split.") @Nullable
        String speaker,

        @Nullable String source,
        @Nullable String licence,

        @Schema(description = "SHA-256 of the file.") String sha256,

        @Schema(example = "wav pcm_s16") String format,
        @Schema(example = "8000") int sampleRateHz,
        @Schema(example = "0.62") double durationSeconds,

        @Schema(example = "0.71", description = "Largest magnitude; full scale is 1.")
        double peak,

        @Schema(example = "0.08", description = "Root mean square; full scale is 1.")
        double rms,

        @Schema(description = "What may be wrong with it.") List<ClipWarning> warnings,

        @Schema(
                allowableValues = {"train", "test"},
                description = "The side of the frozen split; null until the first training.")
        @Nullable
        String part,

        @Schema(description = "Left out of training and judging.")
        boolean excluded,

        @Schema(description = "Deleted, and can be taken back.")
        boolean deleted,

        Instant addedAt) {

    static ClipView of(ProjectClip clip) {
        return new ClipView(
                clip.number(),
                clip.name(),
                clip.facts().label().orElse(null),
                clip.facts().speaker().orElse(null),
                clip.facts().source().orElse(null),
                clip.facts().licence().orElse(null),
                clip.sha256(),
                clip.sound().format(),
                clip.sound().sampleRateHz(),
                clip.sound().durationSeconds(),
                clip.sound().peak(),
                clip.sound().rms(),
                clip.warnings().stream().sorted().toList(),
                clip.part().map(part -> part.name().toLowerCase(Locale.ROOT)).orElse(null),
                clip.excluded(),
                clip.deleted(),
                clip.addedAt());
    }

    /**
     * Some of a project's clips.
     *
     * @param total how many there are in all that the filter lets pass
     * @param offset how many of them come before these
     */
    @Schema(name = "Clips")
    record ClipPage(long total, int offset, List<ClipView> clips) {}
}
