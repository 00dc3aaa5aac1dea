package dev.hearken.store.backup;

import dev.hearken.store.contents.ContentStore;
import dev.hearken.store.contents.Shelf;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.database.TableNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jdbi.v3.core.Handle;

/** Puts a {@link BackupWriter} into a new home: every byte is checked first, rows come last, all of them or none. */
public final class BackupReader {
    private final Home home;

    /** Restores into this home, whose tables and files may lie elsewhere than those the backup was made of. */
    public BackupReader(Home home) {
        this.home = home;
    }

    /**
     * Restores a backup.
     *
     * @throws StoreException {@link StoreError#BACKUP_FOREIGN}, {@link StoreError#BACKUP_DAMAGED}, {@link StoreError#HOME_NOT_EMPTY},
     *     {@link StoreError#SCHEMA_TOO_NEW}; the home is as it was then
     */
    public void read(Path file) {
        try (ZipFile archive = open(file)) {
            Manifest manifest = manifest(archive, file);
            verify(archive, manifest);
            requireEmpty();
            home.open();
            for (Shelf shelf : Shelf.values()) {
                contents(archive, shelf, manifest);
            }
            runs(archive, manifest);
            Database.openFilled(home, manifest.schema(), handle -> tables(handle, archive, manifest))
                    .close();
        } catch (ZipException e) {
            throw damaged("it is cut off or changed: " + e.getMessage());
        } catch (IOException e) {
            throw new StoreException(
                    StoreError.HOME_UNUSABLE, "restoring into " + home.root() + ": " + e.getMessage(), e);
        }
    }

    private static ZipFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new StoreException(StoreError.NOT_FOUND, "there is no file " + file);
        }
        byte[] beginning = new byte[2];
        try (InputStream bytes = Files.newInputStream(file)) {
            int read = bytes.readNBytes(beginning, 0, beginning.length);
            if (read < beginning.length || beginning[0] != 'P' || beginning[1] != 'K') {
                throw new StoreException(StoreError.BACKUP_FOREIGN, file + " is no backup of Hearken's");
            }
        }
        return new ZipFile(file.toFile());
    }

    private static Manifest manifest(ZipFile archive, Path file) throws IOException {
        ZipEntry entry = archive.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new StoreException(
                    StoreError.BACKUP_FOREIGN, file + " is no backup of Hearken's: it has no manifest");
        }
        try (InputStream bytes = archive.getInputStream(entry)) {
            return Manifest.parse(bytes.readAllBytes());
        }
    }

    /** Everything the manifest names is there, unchanged, and nothing else is. */
    private static void verify(ZipFile archive, Manifest manifest) throws IOException {
        Set<String> named = new HashSet<>(manifest.sha256().keySet());
        named.add(Manifest.NAME);
        Set<String> there = archive.stream().map(ZipEntry::getName).collect(Collectors.toSet());
        if (!there.equals(named)) {
            throw damaged("it does not hold what its manifest names");
        }
        for (Map.Entry<String, String> entry : manifest.sha256().entrySet()) {
            if (!digest(archive, entry.getKey()).equals(entry.getValue())) {
                throw damaged(entry.getKey() + " is not what was written");
            }
        }
    }

    private static String digest(ZipFile archive, String name) throws IOException {
        try (DigestInputStream bytes =
                new DigestInputStream(archive.getInputStream(archive.getEntry(name)), ArchiveWriter.sha256())) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        }
    }

    private void requireEmpty() throws IOException {
        if (Files.isDirectory(home.root())) {
            try (Stream<Path> files = Files.list(home.root())) {
                if (files.anyMatch(each -> !each.equals(home.cache()))) {
                    throw new StoreException(
                            StoreError.HOME_NOT_EMPTY,
                            "a backup goes into a new home, and there is something in " + home.root());
                }
            }
        }
    }

    private void contents(ZipFile archive, Shelf shelf, Manifest manifest) throws IOException {
        ContentStore contents = shelf.of(home);
        for (String name : named(manifest, shelf.word() + "/")) {
            try (InputStream bytes = archive.getInputStream(archive.getEntry(name))) {
                var unused = contents.keep(bytes.readAllBytes());
            }
        }
    }

    private void runs(ZipFile archive, Manifest manifest) throws IOException {
        for (String name : named(manifest, BackupWriter.RUNS)) {
            Path target = home.root().resolve(name).normalize();
            if (!target.startsWith(home.root().resolve(BackupWriter.RUNS))) {
                throw new StoreException(StoreError.BACKUP_FOREIGN, "the backup leads out of the home: " + name);
            }
            Files.createDirectories(target.resolveSibling(""));
            try (InputStream bytes = archive.getInputStream(archive.getEntry(name))) {
                Files.copy(bytes, target);
            }
        }
    }

    private void tables(Handle handle, ZipFile archive, Manifest manifest) {
        List<String> known = TableNames.inOrder(handle);
        List<String> held = named(manifest, BackupWriter.TABLES).stream()
                .map(name -> name.substring(
                        BackupWriter.TABLES.length(), name.length() - BackupWriter.TABLE_SUFFIX.length()))
                .toList();
        if (!Set.copyOf(known).equals(Set.copyOf(held))) {
            throw new StoreException(StoreError.BACKUP_FOREIGN, "the backup's tables are none of its schema");
        }
        known.forEach(table -> table(handle, archive, table));
        String here = home.root().toString();
        String there = manifest.home();
        handle.execute(
                "UPDATE run_artifact SET file = ? || substr(file, ?) WHERE substr(file, 1, ?) = ?",
                here,
                there.length() + 1,
                there.length(),
                there);
    }

    private static void table(Handle handle, ZipFile archive, String table) {
        ZipEntry entry = archive.getEntry(BackupWriter.TABLES + table + BackupWriter.TABLE_SUFFIX);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(archive.getInputStream(entry), StandardCharsets.UTF_8))) {
            new TableText(table).read(handle, lines);
        } catch (IOException e) {
            throw damaged(table + " cannot be read: " + e.getMessage());
        }
    }

    private static List<String> named(Manifest manifest, String folder) {
        return manifest.sha256().keySet().stream()
                .filter(name -> name.startsWith(folder))
                .toList();
    }

    private static StoreException damaged(String why) {
        return new StoreException(StoreError.BACKUP_DAMAGED, "the backup is damaged: " + why);
    }
}
