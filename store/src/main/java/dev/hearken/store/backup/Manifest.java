package dev.hearken.store.backup;

import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup says of itself; its last entry, so that a file without one was cut off.
 *
 * @param hearkenBackup the format's number
 * @param schema whose tables it holds
 * @param home where it was made, since runs name their files by it
 * @param madeAtMillis when it was begun; what was acknowledged before is in it
 * @param sha256 of each other entry, by name
 */
record Manifest(int hearkenBackup, String schema, String home, long madeAtMillis, Map<String, String> sha256) {
    static final String NAME = "manifest.json";
    static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.shared();

    Manifest {
        sha256 = new TreeMap<>(sha256);
    }

    /** @throws StoreException {@link StoreError#BACKUP_FOREIGN} if it is none, or of a format this release does not know */
    static Manifest parse(byte[] json) {
        try {
            Manifest manifest = JSON.readValue(json, Manifest.class);
            if (manifest.hearkenBackup == FORMAT) {
                return manifest;
            }
        } catch (JacksonException | NullPointerException none) {
            throw new StoreException(StoreError.BACKUP_FOREIGN, "its manifest is none of Hearken's", none);
        }
        throw new StoreException(
                StoreError.BACKUP_FOREIGN, "this release reads backups of format " + FORMAT + " alone; update Hearken");
    }

    byte[] toBytes() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }
}
