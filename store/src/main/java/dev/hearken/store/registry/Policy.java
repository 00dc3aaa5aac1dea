package dev.hearken.store.registry;

import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.util.OptionalInt;

/**
 * What a project may do without anybody asking.
 *
 * @param autoPromote whether a version that is not worse than the live one on the frozen test set answers from then on; else it waits as
 *     candidate
 * @param retrainAfterClips after so many new labelled clips a retraining is asked for; empty for never
 */
public record Policy(boolean autoPromote, OptionalInt retrainAfterClips) {
    /** @throws StoreException {@link StoreError#INVALID} if a retraining were to follow fewer than one clip */
    public Policy {
        if (retrainAfterClips.isPresent() && retrainAfterClips.getAsInt() < 1) {
            throw new StoreException(
                    StoreError.INVALID,
                    "a retraining follows 1 or more new clips, not " + retrainAfterClips.getAsInt());
        }
    }
}
