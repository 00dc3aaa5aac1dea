package dev.hearken.server.clips;

import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.catalogue.ClipFilter;
import dev.hearken.store.catalogue.ClipWarning;
import dev.hearken.store.catalogue.ProjectClip.Part;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Which clips are asked for; what is absent is not asked. */
record ClipQuery(
        @Parameter(description = "Exactly this label.") @Nullable
        String label,

        @Parameter(description = "With any label, or without.") @Nullable
        Boolean labelled,

        @Nullable String speaker,

        @Parameter(
                description = "This side of the frozen split.",
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"train", "test"}))
        @Nullable
        String part,

        @Nullable ClipWarning warning,
        @Nullable Boolean excluded,

        @Parameter(description = "Those that were deleted.") @Nullable
        Boolean deleted,

        @Parameter(description = "Stands in the name, label or speaker.") @Nullable
        String text,

        @Parameter(schema = @Schema(type = "integer", minimum = "0", defaultValue = "0")) @Nullable
        Integer offset,

        @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100")) @Nullable
        Integer limit) {
    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;

    int from() {
        return require(offset == null ? 0 : offset, 0, Integer.MAX_VALUE, "offset");
    }

    int most() {
        return require(limit == null ? USUAL_LIMIT : limit, 1, LARGEST_LIMIT, "limit");
    }

    ClipFilter filter() {
        return new ClipFilter(
                Optional.ofNullable(label),
                Optional.ofNullable(labelled),
                Optional.ofNullable(speaker),
                Optional.ofNullable(part).map(ClipQuery::parse),
                Optional.ofNullable(warning),
                Optional.ofNullable(excluded),
                Boolean.TRUE.equals(deleted),
                Optional.ofNullable(text).filter(words -> !words.isBlank()));
    }

    private static Part parse(String word) {
        return switch (word) {
            case "train" -> Part.TRAIN;
            case "test" -> Part.TEST;
            default -> throw invalid("part is train or test, got \"" + word + "\"");
        };
    }

    private static int require(int value, int least, int most, String name) {
        if (value < least || value > most) {
            throw invalid("%s must be from %d to %d, got %d".formatted(name, least, most, value));
        }
        return value;
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "INVALID", detail);
    }
}
