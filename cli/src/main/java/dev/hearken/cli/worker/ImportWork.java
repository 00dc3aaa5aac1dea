package dev.hearken.cli.worker;

import dev.hearken.lab.collections.Fetch;
import dev.hearken.lab.collections.PublicSet;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.store.catalogue.ClipFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/** Brings a public set, downloaded once a home, into a project: its clips with their labels, speakers and licence. */
final class ImportWork implements JobWork {
    private static final int TELL_EVERY = 100;
    private static final int MEGABYTE = 1_000_000;

    private final WorkerStore store;

    ImportWork(WorkerStore store) {
        this.store = store;
    }

    @Override
    public Map<String, Object> run(JobContext context) throws IOException {
        String project = store.project(context.job()).name();
        PublicSet set = PublicSet.named(JsonMapper.shared()
                .readTree(context.job().request().settingsJson())
                .path("collection")
                .asString(""));
        List<LabelledClip> clips = ClipFolder.read(fetched(set, context)).clips();
        context.say("%s: %,d clips, %s".formatted(set.title(), clips.size(), set.licence()));
        ClipIntake intake = new ClipIntake(store, project);
        for (int i = 0; i < clips.size(); i++) {
            if (i % TELL_EVERY == 0) {
                context.requireWanted();
                context.progress(Map.of("what", "clips", "done", i, "of", clips.size()));
            }
            LabelledClip clip = clips.get(i);
            ClipFacts facts = new ClipFacts(
                    Optional.of(clip.label().name()),
                    clip.group(),
                    Optional.of(set.name()),
                    Optional.of(set.licence()));
            intake.add(String.valueOf(clip.file().getFileName()), Files.readAllBytes(clip.file()), facts);
        }
        return intake.tally();
    }

    private Path fetched(PublicSet set, JobContext context) {
        Path folder = store.home().cache().resolve("sets").resolve(set.name());
        if (!Files.exists(folder.resolve(Fetch.SOURCE))) {
            new Fetch(
                            store.home().root().resolve("pins"),
                            InstantSource.system(),
                            (bytes, of) -> tell(context, bytes, of))
                    .fetch(set, folder);
        }
        return folder;
    }

    private static void tell(JobContext context, long bytes, OptionalLong of) {
        context.requireWanted();
        if (of.isPresent()) {
            context.progress(Map.of("what", "megabytes", "done", bytes / MEGABYTE, "of", of.getAsLong() / MEGABYTE));
        }
    }
}
