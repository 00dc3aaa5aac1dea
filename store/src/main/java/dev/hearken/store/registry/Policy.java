package dev.hearken.store.registry;

import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a project may do without anybody asking. A retraining is asked for by itself only if there is something new to learn from: at least
 * one labelled clip since the last.
 *
 * @param autoPromote whether a version that is not worse than the live one on the frozen test set answers from then on; else it waits as
 *     candidate
 * @param retrainAfterClips after so many new labelled clips a retraining is asked for; empty for never
 * @param retrainOnDrift from this population stability index on, of the signal that moved furthest; empty for never
 * @param retrainEveryDays so many days after the last one; empty for never
 */
public record Policy(
        boolean autoPromote,
        OptionalInt retrainAfterClips,
        OptionalDouble retrainOnDrift,
        OptionalInt retrainEveryDays) {
    private static final int MOST_DAYS = 3_650;

    /** @throws StoreException {@link StoreError#INVALID} saying what cannot be decided */
    public Policy {
        if (retrainAfterClips.isPresent() && retrainAfterClips.getAsInt() < 1) {
            throw invalid("a retraining follows 1 or more new clips, not " + retrainAfterClips.getAsInt());
        }
        if (retrainOnDrift.isPresent() && !(retrainOnDrift.getAsDouble() > 0)) {
            throw invalid("drift to retrain on is more than 0, not " + retrainOnDrift.getAsDouble());
        }
        if (retrainEveryDays.isPresent()
                && (retrainEveryDays.getAsInt() < 1 || retrainEveryDays.getAsInt() > MOST_DAYS)) {
            throw invalid(
                    "a retraining comes every 1 to %d days, not %d".formatted(MOST_DAYS, retrainEveryDays.getAsInt()));
        }
    }

    /** One that retrains after so many clips alone. */
    public Policy(boolean autoPromote, OptionalInt retrainAfterClips) {
        this(autoPromote, retrainAfterClips, OptionalDouble.empty(), OptionalInt.empty());
    }

    private static StoreException invalid(String message) {
        return new StoreException(StoreError.INVALID, message);
    }
}
