package dev.hearken.server.models;

import dev.hearken.server.RecipeOffer;
import dev.hearken.server.problems.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
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
        String recipe) {

    String requireName() {
        return name == null ? "" : name;
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
