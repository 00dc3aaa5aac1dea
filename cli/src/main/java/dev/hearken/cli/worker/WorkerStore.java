package dev.hearken.cli.worker;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.AudioReader;
import dev.hearken.store.catalogue.Catalogue;
import dev.hearken.store.catalogue.ProjectClips;
import dev.hearken.store.contents.Shelf;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.jobs.Job;
import dev.hearken.store.monitoring.References;
import dev.hearken.store.registry.Project;
import dev.hearken.store.registry.Registry;
import dev.hearken.store.runs.RunLog;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What work reads from and writes to.
 *
 * @param home where files lie
 * @param registry models
 * @param clips recordings
 * @param catalogue what voices have said
 * @param runs the record of trainings
 * @param references what versions are compared with in use
 * @param versions what a training's result may depend on, by name
 */
record WorkerStore(
        Home home,
        Registry registry,
        ProjectClips clips,
        Catalogue catalogue,
        RunLog runs,
        References references,
        Supplier<Map<String, String>> versions) {
    static WorkerStore of(Home home, Database database, Supplier<Map<String, String>> versions) {
        Clock clock = Clock.systemUTC();
        return new WorkerStore(
                home,
                Registry.open(home, database, clock),
                new ProjectClips(database, Shelf.SOUNDS.of(home), AudioReader.standard(), clock),
                Catalogue.of(home, database),
                new RunLog(database, clock, UUID::randomUUID),
                new References(database),
                versions);
    }

    /** The project a job is about. */
    Project project(Job job) {
        return job.request()
                .project()
                .flatMap(registry::project)
                .orElseThrow(() -> HearkenException.user("PROJECT_NOT_FOUND", "the job's project is gone"));
    }

    /** The recordings of a project. */
    ProjectData data(String project) {
        return new ProjectData(clips, project);
    }
}
