package dev.hearken.lab.dataset;

import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.features.LogMel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds recordings that are stored more than once among clips at 8 kHz. */
final class CopyFinder {
    /** So many of a clip's nearest are compared sample by sample; the copies are among them, and the number bounds the time. */
    private static final int MOST_COMPARED = 20;

    private final List<LoadedClip> clips;

    /** For each clip the first of its set; a clip alone points to itself. */
    private final int[] first;

    private final double[] likeness;
    private final boolean[] exact;

    private CopyFinder(List<LoadedClip> clips) {
        this.clips = clips;
        first = new int[clips.size()];
        Arrays.setAll(first, i -> i);
        likeness = new double[clips.size()];
        Arrays.fill(likeness, 1);
        exact = new boolean[clips.size()];
        Arrays.fill(exact, true);
    }

    /**
     * The sets of copies, by their first clip.
     *
     * @throws IOException if a file cannot be read again
     */
    static List<CopySet> find(List<LoadedClip> clips) throws IOException {
        CopyFinder finder = new CopyFinder(clips);
        finder.joinEqualFiles();
        finder.joinNearCopies();
        return finder.sets();
    }

    private void joinEqualFiles() throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < clips.size(); i++) {
            LabelledClip clip = clips.get(i).clip();
            Integer before = seen.putIfAbsent(DatasetDigest.ofContent(clip.file()) + clip.span(), i);
            if (before != null) {
                first[i] = before;
            }
        }
    }

    /** Of equal files only the first is compared: a thousand copies of silence are not half a million pairs. */
    private void joinNearCopies() {
        List<Integer> different = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            if (first[i] == i) {
                different.add(i);
            }
        }
        List<float[]> fingerprints = fingerprints(different);
        Likeness likenessOf = new Likeness();
        record Found(int one, int other, double likeness) {}
        List<Found> found = Neighbours.within(fingerprints, Fingerprint.REACH, MOST_COMPARED).parallelStream()
                .map(pair -> {
                    int one = different.get(pair.first());
                    int other = different.get(pair.second());
                    return new Found(
                            one,
                            other,
                            likenessOf.ofCopies(
                                    clips.get(one).waveform(), clips.get(other).waveform()));
                })
                .filter(pair -> pair.likeness() > 0)
                .toList();
        found.forEach(pair -> join(pair.one(), pair.other(), pair.likeness()));
    }

    private List<float[]> fingerprints(List<Integer> indices) {
        try (FeatureExtractor extractor = FeatureExtractor.of(LogMel.digits8k())) {
            return indices.parallelStream()
                    .map(i -> Fingerprint.of(
                            extractor.extract(Loudness.levelled(clips.get(i).waveform()))))
                    .toList();
        }
    }

    private void join(int one, int other, double alike) {
        int root = Math.min(rootOf(one), rootOf(other));
        int joined = Math.max(rootOf(one), rootOf(other));
        first[joined] = root;
        likeness[root] = Math.min(Math.min(likeness[root], likeness[joined]), alike);
        exact[root] = false;
    }

    private int rootOf(int clip) {
        int root = clip;
        while (first[root] != root) {
            root = first[root];
        }
        return root;
    }

    private List<CopySet> sets() {
        Map<Integer, List<LabelledClip>> members = new TreeMap<>();
        for (int i = 0; i < clips.size(); i++) {
            members.computeIfAbsent(rootOf(i), unused -> new ArrayList<>())
                    .add(clips.get(i).clip());
        }
        return members.entrySet().stream()
                .filter(set -> set.getValue().size() > 1)
                .sorted(Comparator.comparingInt(Map.Entry::getKey))
                .map(set -> new CopySet(set.getValue(), exact[set.getKey()], Math.min(1, likeness[set.getKey()])))
                .toList();
    }
}
