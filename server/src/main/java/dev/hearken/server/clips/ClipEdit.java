package dev.hearken.server.clips;

import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.catalogue.ClipChange;
import dev.hearken.store.catalogue.ClipFacts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What is to be different about clips; what is absent stays. */
@Schema(name = "ClipEdit", description = "What is to be different about some clips; what is absent stays as it is.")
record ClipEdit(
        @Schema(description = "The clips' numbers.", example = "[17, 18]") @Nullable
        List<Integer> clips,

        @Nullable String label,
        @Nullable String speaker,
        @Nullable String source,
        @Nullable String licence,

        @Schema(description = "Leave them out of training and judging, or take them in again.") @Nullable
        Boolean excluded,

        @Schema(description = "Delete them, or take them back.") @Nullable
        Boolean deleted) {
    private static final int MOST = 10_000;

    List<Integer> numbers() {
        if (clips == null || clips.isEmpty() || clips.size() > MOST) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "INVALID", "name 1 to %,d clips by number".formatted(MOST));
        }
        return clips;
    }

    ClipChange change() {
        return new ClipChange(
                new ClipFacts(
                        Optional.ofNullable(label),
                        Optional.ofNullable(speaker),
                        Optional.ofNullable(source),
                        Optional.ofNullable(licence)),
                Optional.ofNullable(excluded),
                Optional.ofNullable(deleted));
    }
}
