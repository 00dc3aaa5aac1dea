package dev.hearken.server.models;

import dev.hearken.server.RecipeOffer;
import dev.hearken.server.problems.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A project that is wanted. */
@Schema(name = "NewProject")
record NewProject(
        @Schema(
                example = "doorbell",
                pattern = "[a-z0-9][a-z0-9_-]{0,62}",
                description = "It stands in addresses and never changes.")
        @Nullable
        String name,

        @Schema(example = "custom", description = "One of `GET /api/v1/recipes`.") @Nullable
        String recipe,

        @Schema(example = "hey computer", description = "What is to be heard; for recipe `phrase`, and for no other.")
        @Nullable
        String phrase) {
    private static final String OF_PHRASES = "phrase";

    String requireName() {
        return name == null ? "" : name;
    }

    /** What is to be heard, of a project of a typed phrase. */
    Optional<String> requirePhrase() {
        Optional<String> typed = Optional.ofNullable(phrase).map(String::strip).filter(text -> !text.isEmpty());
        if (typed.isPresent() != OF_PHRASES.equals(recipe)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "INVALID",
                    "a project of recipe phrase is told its phrase, and no other is");
        }
        return typed;
    }

    String requireRecipe(List<RecipeOffer> offered) {
        return offered.stream()
                .map(RecipeOffer::name)
                .filter(each -> each.equals(recipe))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "RECIPE_UNKNOWN",
                        "there is no recipe \"%s\"; there are %s"
                                .formatted(
                                        recipe,
                                        offered.stream().map(RecipeOffer::name).toList())));
    }
}
