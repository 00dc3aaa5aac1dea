package dev.hearken.server.datasets;

import dev.hearken.server.models.Projects;
import dev.hearken.server.problems.ProblemException;
import dev.hearken.store.catalogue.ClipFilter;
import dev.hearken.store.catalogue.ProjectClip;
import dev.hearken.store.catalogue.ProjectClips;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a project's recordings amount to. */
@RestController
@Tag(name = "clips")
class DatasetController {
    private static final ClipFilter UNLABELLED = filter(Optional.of(false), Optional.empty(), false);
    private static final ClipFilter EXCLUDED = filter(Optional.empty(), Optional.of(true), false);
    private static final ClipFilter DELETED = filter(Optional.empty(), Optional.empty(), true);

    private static final int MOST_DRAWN = 2_000;

    private final Projects projects;
    private final ProjectClips clips;
    private final ClipVectors vectors;

    DatasetController(Projects projects, ProjectClips clips, @Lazy ClipVectors vectors) {
        this.projects = projects;
        this.clips = clips;
        this.vectors = vectors;
    }

    @GetMapping(path = "/api/v1/projects/{project}/dataset", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Counts, balance, split and leaks of a project's recordings",
            description = "Counted are those that are labelled, not left out and not deleted.")
    DatasetView dataset(@PathVariable String project) {
        projects.require(project);
        List<ProjectClip> usable = clips.all(project, ClipFilter.USABLE);
        DatasetSummary summary = new DatasetSummary(usable);
        return new DatasetView(
                usable.size(),
                summary.seconds(),
                clips.count(project, UNLABELLED),
                clips.count(project, EXCLUDED),
                clips.count(project, DELETED),
                summary.frozen(),
                summary.labels(),
                summary.durations(),
                summary.audit());
    }

    @GetMapping(path = "/api/v1/projects/{project}/dataset/map", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The recordings on a plane",
            description =
                    "Near each other where they sound alike, which shows clips that are mislabelled. Of many clips, 2,000 are drawn;"
                            + " the first time takes a second for a hundred.")
    SoundMap soundMap(@PathVariable String project) {
        List<ProjectClip> usable = usable(project);
        List<ProjectClip> drawn = drawn(usable);
        LabelSpace space = new LabelSpace(
                drawn.stream().map(vectors::embedding).toList(),
                drawn.stream().map(SoundMap::label).toList());
        return SoundMap.of(drawn, usable.size(), space);
    }

    @GetMapping(path = "/api/v1/projects/{project}/dataset/features", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "How features are spread over the labels",
            description =
                    "The 29 clip features (docs/recipes.md, talent) and the duration, what tells labels apart best first.")
    List<FeatureSpread> features(@PathVariable String project) {
        List<ProjectClip> drawn = drawn(usable(project));
        List<String> labels = drawn.stream().map(SoundMap::label).toList();
        List<float[]> statistics = drawn.stream().map(vectors::statistics).toList();
        List<FeatureSpread> spreads = new ArrayList<>();
        spreads.add(FeatureSpread.of(
                "duration_s",
                drawn.stream()
                        .mapToDouble(clip -> clip.sound().durationSeconds())
                        .toArray(),
                labels));
        List<String> names = ClipVectors.STATISTICS.names();
        for (int i = 0; i < names.size(); i++) {
            int channel = i;
            spreads.add(FeatureSpread.of(
                    names.get(i),
                    statistics.stream().mapToDouble(values -> values[channel]).toArray(),
                    labels));
        }
        spreads.sort(Comparator.comparingDouble(FeatureSpread::telling).reversed());
        return spreads;
    }

    private List<ProjectClip> usable(String project) {
        projects.require(project);
        List<ProjectClip> usable = clips.all(project, ClipFilter.USABLE);
        if (usable.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.CONFLICT, "NO_LABELLED_CLIPS", "project \"" + project + "\" has no labelled clips yet");
        }
        return usable;
    }

    /** So many at most, spread evenly over their numbers. */
    private static List<ProjectClip> drawn(List<ProjectClip> usable) {
        int count = Math.min(MOST_DRAWN, usable.size());
        return IntStream.range(0, count)
                .mapToObj(i -> usable.get((int) ((long) i * usable.size() / count)))
                .toList();
    }

    private static ClipFilter filter(Optional<Boolean> labelled, Optional<Boolean> excluded, boolean deleted) {
        return new ClipFilter(
                Optional.empty(),
                labelled,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                excluded,
                deleted,
                Optional.empty());
    }
}
