package dev.hearken.store.catalogue;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Decoding;
import dev.hearken.core.audio.Rejected;
import dev.hearken.store.catalogue.ClipFilter.Condition;
import dev.hearken.store.catalogue.ProjectClip.Part;
import dev.hearken.store.catalogue.ProjectClip.Sound;
import dev.hearken.store.contents.ContentStore;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The recordings of projects. A clip's sound never changes; what is told of it does.
 *
 * <p>Safe for use by many threads, and by many processes on one home.
 *
 * @param sounds where the files lie
 * @param reader knows what is taken for a recording
 */
public record ProjectClips(Database database, ContentStore sounds, AudioReader reader, Clock clock) {
    /**
     * Takes a recording in, unless it is none or is there already.
     *
     * @param name what the file is called, without folders
     * @throws StoreException {@link StoreError#CONFLICT} if the project is not there
     */
    public Intake add(String project, String name, byte[] file, ClipFacts facts) {
        Decoding decoding = reader.read(file);
        if (decoding instanceof Rejected rejected) {
            return new Intake.Refused(rejected.reason(), rejected.detail());
        }
        Decoded decoded = (Decoded) decoding;
        SoundCheck check = SoundCheck.of(decoded.waveform());
        Sound sound = check.sound(decoded);
        // The file first: a row must never name a file that is not there.
        String sha256 = sounds.keep(file);
        Intake intake = database.write(handle -> {
            ProjectClipTables tables = new ProjectClipTables(handle);
            Optional<ProjectClip> same = same(tables, project, sound.sha256());
            if (same.isPresent()) {
                return new Intake.Duplicate(same.get(), same.get().sha256().equals(sha256));
            }
            ProjectClip clip = new ProjectClip(
                    project,
                    tables.nextNumber(project),
                    sha256,
                    name,
                    facts,
                    sound,
                    check.warnings(),
                    Optional.empty(),
                    false,
                    false,
                    now());
            tables.insert(clip);
            return new Intake.Added(clip);
        });
        // Until the row stood there, whoever clears up could find the sound unused: see UnusedSounds.
        var unused = sounds.keep(file);
        return intake;
    }

    /** Clips that a filter lets pass, by number; so many at most, after leaving out the first {@code offset}. */
    public List<ProjectClip> list(String project, ClipFilter filter, int limit, int offset) {
        return database.read(handle -> new ProjectClipTables(handle)
                .clips(filter.condition(project), " LIMIT " + limit + " OFFSET " + offset));
    }

    /** All clips that a filter lets pass, by number. */
    public List<ProjectClip> all(String project, ClipFilter filter) {
        return database.read(handle -> new ProjectClipTables(handle).clips(filter.condition(project), ""));
    }

    /** How many clips a filter lets pass. */
    public long count(String project, ClipFilter filter) {
        return database.read(handle -> new ProjectClipTables(handle).count(filter.condition(project)));
    }

    /** How many clips that can be learned from came after this moment. */
    public long countLabelledSince(String project, Instant moment) {
        Condition usable = ClipFilter.USABLE.condition(project);
        return database.read(handle ->
                new ProjectClipTables(handle).count(usable.and("added_at_millis > ?", moment.toEpochMilli())));
    }

    /** The clip of that number, deleted or not. */
    public Optional<ProjectClip> find(String project, int number) {
        return database.read(handle -> new ProjectClipTables(handle)
                .clips("project = ? AND number = ?", project, number).stream().findFirst());
    }

    /**
     * The file of a clip.
     *
     * @throws StoreException {@link StoreError#NOT_FOUND} if it is missing or damaged
     */
    public byte[] file(ProjectClip clip) {
        return sounds.find(clip.sha256())
                .orElseThrow(() -> new StoreException(
                        StoreError.NOT_FOUND,
                        "the file of clip " + clip.number() + " of " + clip.project() + " is missing or damaged"));
    }

    /**
     * Changes what is told of clips, all of them or none.
     *
     * @return the clips as they are now
     * @throws StoreException {@link StoreError#NOT_FOUND} if one is not there, {@link StoreError#CONFLICT} if one that is taken back came in
     *     again meanwhile
     */
    public List<ProjectClip> change(String project, Collection<Integer> numbers, ClipChange change) {
        return database.write(handle -> numbers.stream()
                .map(number -> change(handle, project, number, change))
                .toList());
    }

    /**
     * Takes clips away for good that were deleted before that moment.
     *
     * @return the SHA-256 of each one's file; others may refer to them
     */
    public List<String> purge(String project, Instant deletedBefore) {
        return database.write(handle -> new ProjectClipTables(handle).purge(project, deletedBefore));
    }

    /** Freezes which clips are judged by: from now on nothing but these ever is. */
    public void freeze(String project, Map<Integer, Part> parts) {
        database.change(handle -> {
            ProjectClipTables tables = new ProjectClipTables(handle);
            parts.forEach((number, part) -> tables.setPart(project, number, part));
        });
    }

    private ProjectClip change(Handle handle, String project, int number, ClipChange change) {
        ProjectClipTables tables = new ProjectClipTables(handle);
        ProjectClip before = require(tables, project, number);
        if (before.deleted() && change.deleted().equals(Optional.of(false))) {
            same(tables, project, before.sound().sha256()).ifPresent(again -> {
                throw new StoreException(
                        StoreError.CONFLICT,
                        "clip %d cannot be taken back: it came in again as clip %d".formatted(number, again.number()));
            });
        }
        tables.change(project, number, change, now());
        return require(tables, project, number);
    }

    private static Optional<ProjectClip> same(ProjectClipTables tables, String project, String soundSha256) {
        return tables
                .clips("project = ? AND sound_sha256 = ? AND deleted_at_millis IS NULL", project, soundSha256)
                .stream()
                .findFirst();
    }

    private static ProjectClip require(ProjectClipTables tables, String project, int number) {
        return tables.clips("project = ? AND number = ?", project, number).stream()
                .findFirst()
                .orElseThrow(() ->
                        new StoreException(StoreError.NOT_FOUND, "project " + project + " has no clip " + number));
    }

    /** The tables keep milliseconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
