package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Which recordings are kept out of a training by their names alone, so that any later test can tell which they were.
 *
 * <p>A clip is held out if the CRC-32 of its group's name (else its file's name, ending included) in UTF-8, divided by 2^32, is less than
 * the share.
 *
 * @param share within [0, 1]
 */
public record Holdout(double share) {
    public Holdout {
        if (!(share >= 0 && share <= 1)) {
            throw HearkenException.user("HOLDOUT_OUT_OF_RANGE", "the share held out must lie in [0, 1], got " + share);
        }
    }

    /** Whether this clip is kept out. */
    public boolean keepsOut(LabelledClip clip) {
        String name = clip.group().orElse(String.valueOf(clip.file().getFileName()));
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return sum.getValue() / (double) (1L << 32) < share;
    }
}
