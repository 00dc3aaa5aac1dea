package dev.hearken.server.phrases;

import dev.hearken.server.problems.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** A detector that is wanted. */
@Schema(name = "NewPhrase")
record NewPhrase(
        @Schema(example = "hey computer", description = "What is to be heard, as it is spelled.") @Nullable
        String phrase,

        @Schema(
                example = "hey-computer",
                description = "The project it becomes; else named after the phrase. One that is there learns again.")
        @Nullable
        String project,

        @Schema(example = "0.5", description = "What the detector may cost; else 0.5.") @Nullable
        Double falseAlarmsPerHour,

        @Schema(
                description = "Over the recipe's own, by dotted name; docs/phrase.md lists them.",
                example = "{\"clips\": \"500\"}")
        @Nullable
        Map<String, String> settings) {
    private static final int LONGEST_NAME = 63;

    String requirePhrase() {
        return Optional.ofNullable(phrase)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> invalid("PHRASE_MISSING", "say which phrase is to be heard"));
    }

    /** What the project is called where nobody says: the words with hyphens between them. */
    String projectFor(String spelled) {
        if (project != null) {
            return project;
        }
        String name = spelled.toLowerCase(Locale.ROOT)
                .replace("'", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /** What the worker is told; which keys there are is checked against these. */
    String settingsJson(Map<String, String> known) {
        Map<String, String> asked = new TreeMap<>(settings == null ? Map.of() : settings);
        if (falseAlarmsPerHour != null) {
            asked.put("false_alarms_per_hour", falseAlarmsPerHour.toString());
        }
        asked.keySet().stream()
                .filter(key -> !known.containsKey(key))
                .findFirst()
                .ifPresent(key -> {
                    throw invalid("SETTING_UNKNOWN", "phrase has no setting \"%s\"".formatted(key));
                });
        return JsonMapper.shared().writeValueAsString(Map.of("settings", asked));
    }

    private static ProblemException invalid(String code, String detail) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
    }
}
