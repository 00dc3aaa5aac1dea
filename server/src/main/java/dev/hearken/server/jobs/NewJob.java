package dev.hearken.server.jobs;

import dev.hearken.server.RecipeOffer;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.jobs.JobKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** Work that is wanted. */
@Schema(name = "NewJob")
record NewJob(
        @Schema(
                allowableValues = {"train", "retrain", "evaluate", "synthesize", "import"},
                description =
                        "`train` starts anew, `retrain` goes on from the live version, `evaluate` judges a version, `synthesize` has voices say clips, `import` brings a public set.")
        @Nullable
        String kind,

        @Schema(description = "Over the recipe's own, by dotted name.", example = "{\"training.epochs\": \"20\"}")
        @Nullable
        Map<String, String> settings,

        @Schema(description = "The version to evaluate; else the live one.") @Nullable
        Integer version,

        @Schema(
                description = "To synthesize: what voices say for each label.",
                example = "{\"yes\": [\"yes\"], \"no\": [\"no\", \"nope\"]}")
        @Nullable
        Map<String, List<String>> texts,

        @Schema(description = "To synthesize: how many clips a label; else 100.", example = "100") @Nullable
        Integer clips,

        @Schema(description = "To synthesize: what the voices speak; else en.", example = "en-gb") @Nullable
        String language,

        @Schema(description = "To import: a public set, as `hearken data fetch` lists them.", example = "fsdd")
        @Nullable
        String collection) {
    private static final int MOST_SETTINGS = 100;
    private static final int MOST_LABELS = 100;
    private static final int MOST_TEXTS = 100;
    private static final int MOST_CLIPS = 10_000;

    JobKind requireKind() {
        for (JobKind each : JobKind.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return each;
            }
        }
        throw invalid("INVALID", "kind is train, retrain, evaluate, synthesize or import, got \"" + kind + "\"");
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
        switch (requireKind()) {
            case SYNTHESIZE -> told.putAll(synthesis());
            case IMPORT -> told.put("collection", requireCollection());
            default -> {}
        }
        return JsonMapper.shared().writeValueAsString(told);
    }

    private Map<String, Object> synthesis() {
        if (texts == null || texts.isEmpty() || texts.size() > MOST_LABELS) {
            throw invalid(
                    "INVALID", "texts names 1 to %d labels, each with what is said for it".formatted(MOST_LABELS));
        }
        texts.forEach((label, said) -> {
            if (label.isBlank()
                    || said.isEmpty()
                    || said.size() > MOST_TEXTS
                    || said.stream().anyMatch(String::isBlank)) {
                throw invalid("INVALID", "a label has 1 to %d texts, none of them blank".formatted(MOST_TEXTS));
            }
        });
        if (clips != null && (clips < 1 || clips > MOST_CLIPS)) {
            throw invalid("INVALID", "clips must be 1 to %,d, got %d".formatted(MOST_CLIPS, clips));
        }
        Map<String, Object> synthesis = new LinkedHashMap<>();
        synthesis.put("texts", texts);
        if (clips != null) {
            synthesis.put("clips", clips);
        }
        if (language != null) {
            synthesis.put("language", language);
        }
        return synthesis;
    }

    private String requireCollection() {
        if (collection == null || collection.isBlank()) {
            throw invalid("INVALID", "say which collection is to be imported");
        }
        return collection;
    }

    private static ProblemException invalid(String code, String detail) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
    }
}
