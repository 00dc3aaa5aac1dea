package dev.hearken.lab.synthesis;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which engines have failed so often in a row that asking them on would only cost time. Safe for use by many threads. */
final class EngineHealth {
    private static final int MOST_FAILURES_IN_A_ROW = 5;

    private final Map<String, Integer> failuresInARow = new ConcurrentHashMap<>();

    void note(String engine, Speech speech) {
        if (speech instanceof Skipped skipped && skipped.reason().isTheEngines()) {
            failuresInARow.merge(engine, 1, Integer::sum);
        } else {
            failuresInARow.remove(engine);
        }
    }

    /** Why this engine is asked no more; empty as long as it is. */
    Optional<Skipped> givenUp(String engine) {
        int failures = failuresInARow.getOrDefault(engine, 0);
        return failures < MOST_FAILURES_IN_A_ROW
                ? Optional.empty()
                : Optional.of(new Skipped(
                        SkipReason.ENGINE_GIVEN_UP, engine + " had failed " + failures + " times in a row"));
    }
}
