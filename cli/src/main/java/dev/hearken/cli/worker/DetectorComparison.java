package dev.hearken.cli.worker;

import dev.hearken.core.evaluation.Proportion;
import dev.hearken.core.model.ModelFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Two detectors of one phrase by what they missed in noise of voices they never learned from, each at the false alarms it may cost. There
 * is no frozen test set to compare them on: voices say the phrase anew for each.
 */
record DetectorComparison(Proportion live, Proportion candidate) {
    private static final String MISSED = "missed_by_unheard_voices_at_10_db";

    /** Empty if one of them does not tell. */
    static Optional<DetectorComparison> of(ModelFile live, ModelFile candidate) {
        return missed(live).flatMap(before -> missed(candidate).map(after -> new DetectorComparison(before, after)));
    }

    /** Whether the candidate may be as good: its misses' interval reaches down to the live one's share. */
    boolean notWorse() {
        return candidate.wilson().low() <= live.value();
    }

    Map<String, Object> toJson(int liveVersion) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("live_version", liveVersion);
        json.put("live_missed", share(live));
        json.put("candidate_missed", share(candidate));
        json.put("not_worse", notWorse());
        return json;
    }

    private static Map<String, Long> share(Proportion missed) {
        return Map.of("count", missed.successes(), "of", missed.trials());
    }

    private static Optional<Proportion> missed(ModelFile model) {
        JsonNode share = model.metadata().metrics().path(MISSED);
        return share.isObject()
                ? Optional.of(new Proportion(
                        share.path("count").longValue(), share.path("of").longValue()))
                : Optional.empty();
    }
}
