package dev.hearken.server.datasets;

import dev.hearken.server.datasets.DatasetView.Audit;
import dev.hearken.server.datasets.DatasetView.Durations;
import dev.hearken.server.datasets.DatasetView.Finding;
import dev.hearken.server.datasets.DatasetView.LabelShare;
import dev.hearken.store.catalogue.ProjectClip;
import dev.hearken.store.catalogue.ProjectClip.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sums up recordings that can be learned from or judged by. */
final class DatasetSummary {
    /** So few clips of a label teach little and judge less. */
    private static final int FEW_CLIPS = 10;

    private static final double LOPSIDED = 0.2;

    private final List<ProjectClip> clips;
    private final Map<String, List<ProjectClip>> byLabel;

    DatasetSummary(List<ProjectClip> usable) {
        this.clips = usable;
        this.byLabel = usable.stream()
                .collect(Collectors.groupingBy(
                        clip -> clip.facts().label().orElseThrow(), TreeMap::new, Collectors.toList()));
    }

    double seconds() {
        return seconds(clips);
    }

    boolean frozen() {
        return clips.stream().anyMatch(clip -> clip.part().isPresent());
    }

    List<LabelShare> labels() {
        List<LabelShare> shares = new ArrayList<>();
        byLabel.forEach((label, some) -> shares.add(new LabelShare(
                label,
                some.size(),
                seconds(some),
                speakers(some).size(),
                some.size() - in(Part.TEST, some),
                in(Part.TEST, some))));
        return shares;
    }

    Durations durations() {
        double[] sorted = clips.stream()
                .mapToDouble(clip -> clip.sound().durationSeconds())
                .sorted()
                .toArray();
        return sorted.length == 0
                ? new Durations(0, 0, 0)
                : new Durations(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }

    Audit audit() {
        List<String> speakers = speakers(clips);
        int without = (int)
                clips.stream().filter(clip -> clip.facts().speaker().isEmpty()).count();
        List<String> both = speakersOnBothSides();
        double balance = balance();
        return new Audit(speakers.size(), without, both, balance, findings(speakers, without, both, balance));
    }

    private List<Finding> findings(List<String> speakers, int without, List<String> both, double balance) {
        List<Finding> findings = new ArrayList<>();
        if (byLabel.size() < 2) {
            findings.add(new Finding("TOO_FEW_LABELS", "a model needs clips of at least two labels to choose among"));
        }
        byLabel.forEach((label, some) -> {
            if (some.size() < FEW_CLIPS) {
                findings.add(new Finding(
                        "FEW_CLIPS", "only %d clips of %s; bring %d or more".formatted(some.size(), label, FEW_CLIPS)));
            }
        });
        if (balance < LOPSIDED) {
            findings.add(new Finding(
                    "UNBALANCED",
                    "the rarest label has %.0f %% of the most frequent one's clips".formatted(100 * balance)));
        }
        if (speakers.isEmpty() && !clips.isEmpty()) {
            findings.add(new Finding(
                    "NO_SPEAKERS", "no speakers are told, so a figure may be of voices or sources the model knows"));
        } else if (without > 0) {
            findings.add(new Finding("SOME_WITHOUT_SPEAKER", without + " clips might be anybody's"));
        }
        if (!both.isEmpty()) {
            findings.add(new Finding(
                    "LEAK", both.size() + " speakers are learned from and judged by; their figure flatters"));
        }
        return findings;
    }

    private List<String> speakersOnBothSides() {
        Map<String, Part> sides = new HashMap<>();
        return clips.stream()
                .filter(clip ->
                        clip.part().isPresent() && clip.facts().speaker().isPresent())
                .filter(clip -> {
                    Part side = clip.part().orElseThrow();
                    Part other = sides.putIfAbsent(clip.facts().speaker().orElseThrow(), side);
                    return other != null && other != side;
                })
                .map(clip -> clip.facts().speaker().orElseThrow())
                .distinct()
                .sorted()
                .toList();
    }

    private double balance() {
        int least = byLabel.values().stream().mapToInt(List::size).min().orElse(1);
        int most = byLabel.values().stream().mapToInt(List::size).max().orElse(1);
        return (double) least / most;
    }

    private static int in(Part part, List<ProjectClip> clips) {
        return (int) clips.stream()
                .filter(clip -> clip.part().equals(Optional.of(part)))
                .count();
    }

    private static double seconds(List<ProjectClip> clips) {
        return clips.stream()
                .mapToDouble(clip -> clip.sound().durationSeconds())
                .sum();
    }

    private static List<String> speakers(List<ProjectClip> clips) {
        return clips.stream()
                .flatMap(clip -> clip.facts().speaker().stream())
                .distinct()
                .toList();
    }
}
