package dev.hearken.lab.dataset;

import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.features.LogMel;
import dev.hearken.core.features.Mfcc;
import dev.hearken.core.task.Label;
import dev.hearken.lab.dataset.Grouping.Grouped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guesses which recordings are of one speaker or source, where nobody tells: a clustering of how they sound, by
 * {@link VoiceSignature} and {@link WardClustering}.
 *
 * <p>What the clips of a label have in common is taken out first, so that a cluster is a voice or a room and not a word. The number of
 * voices is not guessed: there are always {@value #CLUSTERS} clusters, enough to leave some out, few enough to keep most of a voice
 * together.
 *
 * <p>It is a weak guess, far from a speaker column, and a split by it leaks less than a random one but leaks. Measured by VoiceClustersTest
 * against the speakers that are told: FSDD (3,000 clips, 6 speakers) adjusted Rand index 0.60, two clips of one speaker fall into one
 * cluster in 63 % of pairs (any two clips: 15 %); speechocean762 (2,500 clips, 125 speakers) 0.05 and 77 % (18 %), since 125 voices share
 * eight clusters.
 */
final class VoiceClusters {
    /** Chosen before the figures, for five folds and some to spare. */
    static final int CLUSTERS = 8;

    /** What tells voices apart is below 4 kHz, and so is what old recordings have. */
    private static final int SAMPLE_RATE_HZ = 8_000;

    /** Of the MFCC, without the first, which is loudness. */
    private static final int COEFFICIENTS = 20;

    private VoiceClusters() {}

    /** The folder with every recording that can be read in a guessed group, {@code guessed-1} to {@code guessed-8}. */
    static Grouped guess(ClipFolder folder) {
        Map<Recording, Integer> clusters = clusters(folder.recordings());
        ClipFolder grouped = folder.grouped(
                recording -> Optional.ofNullable(clusters.get(recording)).map(cluster -> "guessed-" + (cluster + 1)));
        return new Grouped(grouped, grouped.groups().size());
    }

    private static Map<Recording, Integer> clusters(List<Recording> recordings) {
        // The loader wants labels; the stand-in for those that have none is never seen outside.
        Label unlabelled = new Label("_unlabelled_");
        List<LoadedClip> loaded = ClipLoader.at(SAMPLE_RATE_HZ)
                .load(recordings.stream()
                        .map(recording ->
                                recording.labelled(recording.givenLabel().orElse(unlabelled)))
                        .toList())
                .clips();
        List<double[]> signatures = signatures(loaded);
        VoiceSignature.withoutLabels(
                signatures, loaded.stream().map(clip -> clip.clip().label()).toList());
        int[] cluster = WardClustering.cluster(signatures, CLUSTERS);
        Map<Recording, Integer> clusters = new HashMap<>();
        for (int i = 0; i < cluster.length; i++) {
            clusters.put(loaded.get(i).clip().recording(), cluster[i]);
        }
        return clusters;
    }

    private static List<double[]> signatures(List<LoadedClip> clips) {
        try (FeatureExtractor extractor = FeatureExtractor.of(new Mfcc(LogMel.digits8k(), COEFFICIENTS))) {
            return new ArrayList<>(clips.parallelStream()
                    .map(clip -> VoiceSignature.of(extractor.extract(Loudness.levelled(clip.waveform()))))
                    .toList());
        }
    }
}
