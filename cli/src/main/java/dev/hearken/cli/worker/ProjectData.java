package dev.hearken.cli.worker;

import dev.hearken.core.task.Label;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.Protocol;
import dev.hearken.lab.dataset.Recording;
import dev.hearken.store.catalogue.ClipFilter;
import dev.hearken.store.catalogue.ProjectClip;
import dev.hearken.store.catalogue.ProjectClip.Part;
import dev.hearken.store.catalogue.ProjectClips;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A project's recordings as recipes take them, in two parts that were parted once and for all.
 *
 * <p>The first training chooses about a fifth of the clips to judge by, speakers kept whole. From then on nothing joins or leaves that
 * test set, so that versions can be compared for as long as the project lives: new clips are learned from, except those of a speaker who
 * is judged by, which stand aside.
 */
final class ProjectData {
    private static final long SEED = 1;

    private final ProjectClips clips;
    private final String project;

    ProjectData(ProjectClips clips, String project) {
        this.clips = clips;
        this.project = project;
    }

    /** Parts what has not been parted yet. */
    void freeze() {
        List<ProjectClip> usable = clips.all(project, ClipFilter.USABLE);
        boolean first = usable.stream().allMatch(clip -> clip.part().isEmpty());
        Map<Integer, Part> parts = first ? firstParts(usable) : laterParts(usable);
        clips.freeze(project, parts);
    }

    /** The clips on one side. */
    ClipFolder part(Part part) {
        List<Recording> recordings = clips.all(project, ClipFilter.USABLE.in(part)).stream()
                .map(this::recording)
                .toList();
        return new ClipFolder(Path.of(project), "project", recordings, List.of(), List.of(), List.of());
    }

    /** All clips that can be learned from, whatever side they are on. */
    List<LabelledClip> usable() {
        return clips.all(project, ClipFilter.USABLE).stream()
                .map(this::labelled)
                .toList();
    }

    /** Everything that can be learned from or judged by. */
    List<Recording> recordings() {
        return clips.all(project, ClipFilter.USABLE).stream()
                .filter(clip -> clip.part().isPresent())
                .map(this::recording)
                .toList();
    }

    /** The number of each file that can be learned from or judged by. */
    Map<Path, Integer> numbers() {
        return clips.all(project, ClipFilter.USABLE).stream()
                .collect(Collectors.toMap(
                        clip -> clips.sounds().file(clip.sha256()), ProjectClip::number, (one, same) -> one));
    }

    private Map<Integer, Part> firstParts(List<ProjectClip> usable) {
        Map<LabelledClip, Integer> numbers = new HashMap<>();
        usable.forEach(clip -> numbers.put(labelled(clip), clip.number()));
        Protocol holdOut = new Protocol.HoldOut();
        Set<LabelledClip> tested =
                new HashSet<>(holdOut.folds(usable.stream().map(this::labelled).toList(), SEED)
                        .get(0)
                        .test());
        return numbers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getValue, clip -> tested.contains(clip.getKey()) ? Part.TEST : Part.TRAIN));
    }

    private Map<Integer, Part> laterParts(List<ProjectClip> usable) {
        Set<String> judged = usable.stream()
                .filter(clip -> clip.part().equals(Optional.of(Part.TEST)))
                .flatMap(clip -> clip.facts().speaker().stream())
                .collect(Collectors.toSet());
        return usable.stream()
                .filter(clip -> clip.part().isEmpty())
                .filter(clip -> clip.facts().speaker().filter(judged::contains).isEmpty())
                .collect(Collectors.toMap(ProjectClip::number, clip -> Part.TRAIN));
    }

    private LabelledClip labelled(ProjectClip clip) {
        Recording recording = recording(clip);
        return recording.labelled(recording.givenLabel().orElseThrow());
    }

    private Recording recording(ProjectClip clip) {
        return new Recording(
                clips.sounds().file(clip.sha256()),
                Optional.empty(),
                clip.facts().label().map(Label::new),
                clip.facts().speaker(),
                OptionalInt.empty(),
                Optional.empty(),
                Map.of());
    }
}
