package dev.hearken.lab.report;

import dev.hearken.core.HearkenException;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.DatasetAudit;
import dev.hearken.lab.dataset.LabelledClip;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.dataset.LoadedClips;
import dev.hearken.lab.dataset.Recording;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The clips a report is about.
 *
 * @param folder where they lie, holding them under the labels the recipe gave them
 * @param loaded those in memory and those that could not be used
 * @param audit what stands between them and an honest score; empty where they are too few to audit
 */
public record ReportedData(ClipFolder folder, LoadedClips loaded, Optional<DatasetAudit> audit) {
    /**
     * One label's clips.
     *
     * @param groups how many speakers or sources are known
     * @param seconds of all its clips together
     * @param medianSeconds of one
     */
    public record LabelShare(String label, int clips, long groups, double seconds, double medianSeconds) {
        private static LabelShare of(String label, List<LoadedClip> clips) {
            double[] seconds = clips.stream()
                    .mapToDouble(clip -> clip.waveform().durationSeconds())
                    .sorted()
                    .toArray();
            long groups = clips.stream()
                    .flatMap(clip -> clip.clip().group().stream())
                    .distinct()
                    .count();
            return new LabelShare(
                    label, clips.size(), groups, Arrays.stream(seconds).sum(), seconds[(seconds.length - 1) / 2]);
        }
    }

    /** Describes and audits the usable clips of a folder, as a recipe labelled them. */
    public static ReportedData of(ClipFolder read, LoadedClips loaded, long seed) {
        List<Recording> labelled = loaded.labelled().stream()
                .map(clip -> clip.recording().called(clip.label()))
                .toList();
        ClipFolder folder =
                new ClipFolder(read.root(), read.layout(), labelled, read.unplaced(), read.skipped(), read.noises());
        return new ReportedData(folder, loaded, audit(folder, seed));
    }

    /** The clips of each label. */
    public List<LabelShare> labels() {
        Map<String, List<LoadedClip>> byLabel = loaded.clips().stream()
                .collect(Collectors.groupingBy(clip -> clip.clip().label().name(), TreeMap::new, Collectors.toList()));
        return byLabel.entrySet().stream()
                .map(entry -> LabelShare.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** How many clips are of no known group. */
    public long ungrouped() {
        return loaded.labelled().stream()
                .map(LabelledClip::group)
                .filter(Optional::isEmpty)
                .count();
    }

    /** How long all usable clips last. */
    public double seconds() {
        return labels().stream().mapToDouble(LabelShare::seconds).sum();
    }

    private static Optional<DatasetAudit> audit(ClipFolder folder, long seed) {
        try {
            return Optional.of(DatasetAudit.of(folder, List.of(), seed));
        } catch (HearkenException tooFew) {
            // Nobody asked for the audit itself: clips that can be judged but not split are no failure of the report.
            return Optional.empty();
        }
    }
}
