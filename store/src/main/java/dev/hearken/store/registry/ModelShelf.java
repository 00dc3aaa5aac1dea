package dev.hearken.store.registry;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.ModelFile;
import dev.hearken.store.contents.ContentStore;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.nio.file.Path;

/** The model files, each found by the SHA-256 of its bytes, whole or not at all. */
record ModelShelf(ContentStore contents) {
    /** Keeps the model; nothing happens if it is here already and whole. */
    void put(ModelFile model) {
        var unused = contents.keep(model.toBytes());
    }

    /**
     * The model of that digest.
     *
     * @throws StoreException {@link StoreError#MODEL_DAMAGED} if it is missing, unreadable or not what was put there
     */
    ModelFile get(String sha256) {
        byte[] bytes = contents.find(sha256)
                .orElseThrow(() -> new StoreException(
                        StoreError.MODEL_DAMAGED,
                        "model " + sha256 + " is missing, or its bytes changed since it was registered"));
        try {
            return ModelFile.parse(bytes);
        } catch (HearkenException e) {
            throw new StoreException(
                    StoreError.MODEL_DAMAGED, "model " + sha256 + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A file of this machine with the model of that digest. */
    Path place(String sha256) {
        return contents.file(sha256);
    }
}
