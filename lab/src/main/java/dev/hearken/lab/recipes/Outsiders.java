package dev.hearken.lab.recipes;

import dev.hearken.lab.dataset.Fold;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.LoadedClip;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Clips of no known class, and who of them teaches a fold what is unknown, and who tests it.
 *
 * <p>What a model will meet in use are classes it was never shown. So each fold learns from every other of the outsiders' classes and is
 * tested on those between, in the groups it is tested on; the next fold the other way round.
 */
record Outsiders(List<LoadedClip> clips) {
    Outsiders {
        clips = List.copyOf(clips);
    }

    boolean isEmpty() {
        return clips.isEmpty();
    }

    List<LoadedClip> learntBy(Fold fold, int index) {
        Set<Optional<String>> tested = groups(fold);
        return clips.stream()
                .filter(clip -> !isTestedClass(clip, index)
                        && !tested.contains(clip.clip().group()))
                .toList();
    }

    List<LoadedClip> testing(Fold fold, int index) {
        Set<Optional<String>> tested = groups(fold);
        boolean groupsKnown =
                clips.stream().anyMatch(clip -> tested.contains(clip.clip().group()));
        return clips.stream()
                .filter(clip -> isTestedClass(clip, index))
                .filter(clip -> !groupsKnown || tested.contains(clip.clip().group()))
                .toList();
    }

    private boolean isTestedClass(LoadedClip clip, int index) {
        List<String> classes = clips.stream()
                .map(other -> other.clip().label().name())
                .distinct()
                .sorted()
                .toList();
        return classes.indexOf(clip.clip().label().name()) % 2 == index % 2;
    }

    /** The known groups of a fold's test clips. */
    private static Set<Optional<String>> groups(Fold fold) {
        return fold.test().stream()
                .map(LabelledClip::group)
                .filter(Optional::isPresent)
                .collect(Collectors.toSet());
    }
}
