package dev.hearken.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import dev.hearken.store.catalogue.ClipFacts;
import dev.hearken.store.catalogue.ClipFilter;
import dev.hearken.store.catalogue.Intake;
import dev.hearken.store.catalogue.ProjectClip;
import dev.hearken.store.catalogue.ProjectClips;
import dev.hearken.store.contents.S3Server;
import dev.hearken.store.contents.Shelf;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.OnEveryDatabase;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import dev.hearken.store.database.TestedDatabase;
import dev.hearken.store.monitoring.LoggedPrediction;
import dev.hearken.store.monitoring.PredictionLog;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.Registry;
import dev.hearken.store.runs.RunArtifact;
import dev.hearken.store.runs.RunInputs;
import dev.hearken.store.runs.RunLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class BackupTest {
    private final TestedDatabase tested;

    @TempDir
    Path directory;

    private Home home;
    private Database database;
    private Path file;

    BackupTest(TestedDatabase tested) {
        this.tested = tested;
        this.home = new Home(Path.of("none"));
        this.file = home.root();
    }

    @BeforeEach
    void open() {
        home = tested.home(directory.resolve("home"));
        file = directory.resolve("backup.zip");
        database = Database.open(home);
        Registry.open(home, database, Clock.systemUTC()).create("tones", "custom");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everythingComesBackOnEitherDatabaseAndFromABucketToo() throws IOException {
        ProjectClip clip = upload(home, database, 7);
        Path report = Files.createDirectories(home.filesOf("a run")).resolve("report.html");
        Files.writeString(report, "how it went");
        RunLog runs = new RunLog(database, Clock.systemUTC(), UUID::randomUUID);
        String run = runs.start(RunInputs.of("digits", Map.of("seed", "1")));
        runs.measure(run, 1, Map.of("loss", 0.1, "whole", 2.0));
        runs.attach(run, RunArtifact.of("report.html", report));
        backup();

        Map<String, String> bucket = S3Server.running().environment();
        for (TestedDatabase other : TestedDatabase.values()) {
            Map<String, String> environment = new HashMap<>(bucket);
            environment.putAll(other.emptyEnvironment());
            Home restored = new Home(directory.resolve("on " + other), environment);
            new BackupReader(restored).read(file);
            try (Database rows = Database.open(restored)) {
                ProjectClips clips = clips(restored, rows);
                assertThat(clips.find("tones", clip.number())).contains(clip);
                assertThat(clips.file(clip)).isEqualTo(tone(7));
                Registry registry = Registry.open(restored, rows, Clock.systemUTC());
                assertThat(registry.load(registry.version("digits", Alias.LIVE).orElseThrow()))
                        .isNotNull();
                RunLog log = new RunLog(rows, Clock.systemUTC(), UUID::randomUUID);
                assertThat(log.find(run)).isEqualTo(runs.find(run));
                assertThat(log.metrics(run)).isEqualTo(runs.metrics(run));
                assertThat(log.artifacts(run).get(0).file())
                        .isEqualTo(restored.filesOf("a run").resolve("report.html"))
                        .hasContent("how it went");
            }
        }
    }

    @Test
    void whatWasAcknowledgedBeforeItBeganIsInItAlthoughOthersGoOnWriting() throws Exception {
        Set<String> kept = ConcurrentHashMap.newKeySet();
        Set<ProjectClip> taken = ConcurrentHashMap.newKeySet();
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> writers = new ArrayList<>();
        try (Database other = Database.open(home);
                PredictionLog log = new PredictionLog(other)) {
            for (int writer = 0; writer < 2; writer++) {
                int first = 1_000 * (writer + 1);
                writers.add(new Thread(() -> {
                    for (int i = 0; !over.get(); i++) {
                        taken.add(upload(home, other, first + i));
                        String id = UUID.randomUUID().toString();
                        if (log.append(List.of(prediction(id)))) {
                            kept.add(id);
                        }
                    }
                }));
            }
            writers.forEach(Thread::start);
            while (taken.size() < 20) {
                Thread.onSpinWait();
            }
            List<ProjectClip> clipsBefore = List.copyOf(taken);
            List<String> predictionsBefore = List.copyOf(kept);
            backup();
            over.set(true);
            for (Thread writer : writers) {
                writer.join();
            }
            Home restored = new Home(directory.resolve("restored"));
            new BackupReader(restored).read(file);
            try (Database rows = Database.open(restored);
                    PredictionLog restoredLog = new PredictionLog(rows)) {
                ProjectClips clips = clips(restored, rows);
                List<ProjectClip> there = clips.all("tones", ClipFilter.PRESENT);
                assertThat(there).containsAll(clipsBefore);
                assertThat(there)
                        .allSatisfy(clip -> assertThat(clips.file(clip)).isNotEmpty());
                assertThat(predictionsBefore)
                        .allSatisfy(
                                id -> assertThat(restoredLog.find("tones", id)).isPresent());
            }
        }
    }

    @Test
    void halfABackupAndAChangedOneAreDamaged() throws IOException {
        upload(home, database, 7);
        backup();
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {10, whole.length / 2, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused(StoreError.BACKUP_DAMAGED, directory.resolve("new"));
        }
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        Files.write(file, changed);
        assertRefused(StoreError.BACKUP_DAMAGED, directory.resolve("new"));
        assertThat(directory.resolve("new")).doesNotExist();
    }

    @Test
    void whatIsNoBackupIsForeign() throws IOException {
        Files.writeString(file, "to whom it may concern");
        assertRefused(StoreError.BACKUP_FOREIGN, directory.resolve("new"));
        for (String manifest : List.of("[]", "{}", "{\"hearkenBackup\":2}", "no JSON")) {
            zip(Map.of("manifest.json", manifest));
            assertRefused(StoreError.BACKUP_FOREIGN, directory.resolve("new"));
        }
        zip(Map.of("letter.txt", "to whom it may concern"));
        assertRefused(StoreError.BACKUP_FOREIGN, directory.resolve("new"));
        Files.delete(file);
        assertRefused(StoreError.NOT_FOUND, directory.resolve("new"));
    }

    @Test
    void aHomeWithSomethingInItIsLeftAlone() {
        backup();
        assertRefused(StoreError.HOME_NOT_EMPTY, home.root());
    }

    @Test
    void aBackupNeverReplacesAFile() {
        backup();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(this::backup)
                .extracting(StoreException::error)
                .isEqualTo(StoreError.CONFLICT);
    }

    @Test
    void aSoundThatWasDamagedBeforeIsToldAndKeepsNothingElseFromBeingKept() throws IOException {
        ProjectClip broken = upload(home, database, 7);
        upload(home, database, 8);
        Files.writeString(Shelf.SOUNDS.of(home).file(broken.sha256()), "rust");
        BackupWriter.Summary summary = backup();
        assertThat(summary.missing()).isEqualTo(1);
        assertThat(summary.sounds()).isEqualTo(1);
    }

    private BackupWriter.Summary backup() {
        return new BackupWriter(home, database, InstantSource.system()).write(file);
    }

    private void assertRefused(StoreError error, Path target) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> new BackupReader(new Home(target)).read(file))
                .extracting(StoreException::error)
                .isEqualTo(error);
    }

    private void zip(Map<String, String> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static ProjectClips clips(Home home, Database database) {
        return new ProjectClips(database, Shelf.SOUNDS.of(home), AudioReader.standard(), Clock.systemUTC());
    }

    private static ProjectClip upload(Home home, Database database, int number) {
        Intake intake = clips(home, database).add("tones", "a.wav", tone(number), ClipFacts.labelled("tone"));
        return ((Intake.Added) intake).clip();
    }

    private static byte[] tone(int number) {
        float[] samples = new float[800];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(i * number * 1e-3);
        }
        return WavWriter.toBytes(Waveform.of(samples, 8_000));
    }

    private static LoggedPrediction prediction(String id) {
        return new LoggedPrediction(
                id,
                "tones",
                1,
                "api",
                "a.wav",
                "tone",
                0.5,
                1_000,
                0.1,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH);
    }
}
