package dev.hearken.store.contents;

import dev.hearken.store.database.Home;
import java.nio.file.Path;
import java.util.Optional;

/** The kinds of content, and how each is named where it lies: in 256 folders by the first digits of the SHA-256. */
public enum Shelf {
    /** Recordings that were handed in or synthesized, in the format they came in: {@code ab/cdef…} */
    SOUNDS("sounds") {
        @Override
        String name(String sha256) {
            return folder(sha256) + "/" + sha256.substring(DIGITS_OF_FOLDER);
        }

        @Override
        Optional<String> sha256(String name) {
            return Optional.of(name.replace("/", "")).filter(Sha256::isOne);
        }
    },
    /** Model files: {@code ab/abcdef….onnx} */
    MODELS("models") {
        @Override
        String name(String sha256) {
            return folder(sha256) + "/" + sha256 + MODEL_SUFFIX;
        }

        @Override
        Optional<String> sha256(String name) {
            int begin = name.indexOf('/') + 1;
            return name.endsWith(MODEL_SUFFIX)
                    ? Optional.of(name.substring(begin, name.length() - MODEL_SUFFIX.length()))
                            .filter(Sha256::isOne)
                    : Optional.empty();
        }
    };

    private static final int DIGITS_OF_FOLDER = 2;
    private static final String MODEL_SUFFIX = ".onnx";

    private final String word;

    Shelf(String word) {
        this.word = word;
    }

    /** Where a home's content of this kind lies: in its folder, or in its bucket with what was fetched in its cache. */
    public ContentStore of(Home home) {
        return home.bucket()
                .<ContentStore>map(
                        bucket -> BucketContents.of(bucket, this, home.cache().resolve(word)))
                .orElseGet(() -> new FolderContents(home.root().resolve(word), this));
    }

    /** What content of this kind is called in folders, buckets and archives. */
    public String word() {
        return word;
    }

    /** The name of content below the place of its kind. */
    abstract String name(String sha256);

    /** The content of that name; empty if it is no name of this kind. */
    abstract Optional<String> sha256(String name);

    Path file(Path root, String sha256) {
        return root.resolve(name(Sha256.checked(sha256)));
    }

    private static String folder(String sha256) {
        return sha256.substring(0, DIGITS_OF_FOLDER);
    }
}
