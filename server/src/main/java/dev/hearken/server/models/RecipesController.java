package dev.hearken.server.models;

import dev.hearken.server.RecipeOffer;
import dev.hearken.server.ServerSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What workers can train. */
@RestController
@Tag(name = "projects")
class RecipesController {
    private final ServerSettings settings;

    RecipesController(ServerSettings settings) {
        this.settings = settings;
    }

    @GetMapping(path = "/api/v1/recipes", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List the recipes", description = "Each with the settings it has where the user says nothing.")
    List<RecipeOffer> listRecipes() {
        return settings.recipes();
    }
}
