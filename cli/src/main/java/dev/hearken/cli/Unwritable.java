package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.nio.file.Path;

/** What a user is told where something cannot be written. */
final class Unwritable {
    private Unwritable() {}

    /** @param code stable, as {@code OUT_UNWRITABLE} */
    static HearkenException of(String code, Path place, IOException cause) {
        return new HearkenException(
                HearkenException.Kind.INSUFFICIENT_RESOURCES,
                code,
                "cannot write to " + place + ": " + cause.getMessage(),
                cause);
    }
}
