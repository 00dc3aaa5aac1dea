package dev.hearken.store.catalogue;

import dev.hearken.store.contents.Sha256;
import java.util.Optional;

/**
 * A recording of which it is known what is said in it, by whom, and on what terms.
 *
 * @param speaker who is heard: clips of one speaker belong on one side of a split
 * @param language an IETF language tag in lower case, as {@code en-gb}
 * @param licence the terms of the voice or recording, in a few words
 * @param sha256 of the sound's bytes: in the sound store, or of the file a {@code span} is of
 * @param span where the sound lies, if not in the sound store
 * @param durationSeconds positive
 * @param sampleRateHz positive
 */
public record SpokenClip(
        ClipKey key,
        String speaker,
        String language,
        String licence,
        String sha256,
        Optional<FileSpan> span,
        double durationSeconds,
        int sampleRateHz) {
    public SpokenClip {
        Sha256.checked(sha256);
        if (!(durationSeconds > 0) || sampleRateHz <= 0) {
            throw new IllegalArgumentException(
                    "a clip has a duration and a rate, got " + durationSeconds + " s at " + sampleRateHz + " Hz");
        }
    }
}
