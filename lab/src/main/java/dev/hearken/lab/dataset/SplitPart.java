package dev.hearken.lab.dataset;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of a split, by the names people give it. */
public enum SplitPart {
    /** What is learnt from. */
    TRAIN,
    /** What choices are made on. */
    VALIDATION,
    /** What is judged on. */
    TEST;

    /** The part of this name, in any case, empty if it is none of a part's. */
    static Optional<SplitPart> of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "train", "training" -> Optional.of(TRAIN);
            case "validation", "valid", "val", "dev" -> Optional.of(VALIDATION);
            case "test", "testing", "eval" -> Optional.of(TEST);
            default -> Optional.empty();
        };
    }

    /** The part that the first folder of such a name on the way to a file says, {@code data/test/yes/a.wav}. */
    static Optional<SplitPart> ofFolders(Path file) {
        Path folders = file.getParent();
        return folders == null ? Optional.empty() : first(names(folders));
    }

    /** The part a manifest is of, said by its folders or by a word of its name, {@code test_manifest.json}. */
    static Optional<SplitPart> ofManifest(Path manifest) {
        return ofFolders(manifest)
                .or(() -> first(Stream.of(DataFolder.stem(manifest).split("[-_.]", -1))));
    }

    private static Stream<String> names(Path path) {
        return Stream.iterate(0, i -> i < path.getNameCount(), i -> i + 1)
                .map(i -> path.getName(i).toString());
    }

    private static Optional<SplitPart> first(Stream<String> names) {
        return names.flatMap(name -> of(name).stream()).findFirst();
    }
}
