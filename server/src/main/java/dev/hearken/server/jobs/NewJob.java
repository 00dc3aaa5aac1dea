package dev.hearken.server.jobs;

import dev.hearken.server.RecipeOffer;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.jobs.JobKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** Work that is wanted. */
@Schema(name = "NewJob")
record NewJob(
        @Schema(
                allowableValues = {"train", "retrain", "evaluate"},
                description =
                        "`train` starts anew, `retrain` goes on from the live version, `evaluate` judges a version.")
        @Nullable
        String kind,

        @Schema(description = "Over the recipe's own, by dotted name.", example = "{\"training.epochs\": \"20\"}")
        @Nullable
        Map<String, String> settings,

        @Schema(description = "The version to evaluate; else the live one.") @Nullable
        Integer version) {
    private static final int MOST_SETTINGS = 100;

    JobKind requireKind() {
        for (JobKind each : JobKind.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return each;
            }
        }
        throw invalid("INVALID", "kind is train, retrain or evaluate, got \"" + kind + "\"");
    }

    /** What the worker is told, once it is known to be of the recipe. */
    String toJson(RecipeOffer recipe) {
        Map<String, String> asked = settings == null ? Map.of() : settings;
        if (asked.size() > MOST_SETTINGS) {
            throw invalid("INVALID", "there are %d settings at most".formatted(MOST_SETTINGS));
        }
        asked.keySet().stream()
                .filter(key -> !recipe.settings().containsKey(key) || key.startsWith("fine_tuning.from"))
                .findFirst()
                .ifPresent(key -> {
                    throw invalid("SETTING_UNKNOWN", "%s has no setting \"%s\"".formatted(recipe.name(), key));
                });
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("settings", asked);
        if (version != null) {
            told.put("version", version);
        }
        return JsonMapper.shared().writeValueAsString(told);
    }

    private static ProblemException invalid(String code, String detail) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
    }
}
