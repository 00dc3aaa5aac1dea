package dev.hearken.lab.dataset;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A part of a split, by the names people give its folder. */
enum SplitPart {
    TRAIN,
    VALIDATION,
    TEST;

    /** The part a folder holds, empty if its name is none of a part's. */
    static Optional<SplitPart> of(Path folder) {
        return switch (folder.toString().toLowerCase(Locale.ROOT)) {
            case "train", "training" -> Optional.of(TRAIN);
            case "validation", "valid", "val", "dev" -> Optional.of(VALIDATION);
            case "test", "testing", "eval" -> Optional.of(TEST);
            default -> Optional.empty();
        };
    }
}
