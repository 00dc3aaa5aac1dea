package dev.hearken.lab.dataset;

import dev.hearken.core.task.Label;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Divides clips into parts of about equal size and label mix, keeping clips that belong together in one part.
 *
 * <p>What belongs together goes, the largest first and in seeded order among equals, to the part where its labels are rarest so far (the
 * greedy rule of scikit-learn's {@code StratifiedGroupKFold}). The same clips and seed always give the same parts.
 */
final class Partition {
    private final List<List<LabelledClip>> parts = new ArrayList<>();
    private final List<Map<Label, Integer>> counts = new ArrayList<>();
    private final Map<Label, Integer> totals = new HashMap<>();

    private Partition(int size, List<LabelledClip> clips) {
        for (int i = 0; i < size; i++) {
            parts.add(new ArrayList<>());
            counts.add(new HashMap<>());
        }
        clips.forEach(clip -> totals.merge(clip.label(), 1, Integer::sum));
    }

    /** Parts between which no known group is shared; a clip of unknown group stands for itself. */
    static List<List<LabelledClip>> byGroup(List<LabelledClip> clips, int size, long seed) {
        Partition partition = new Partition(size, clips);
        List<List<LabelledClip>> units = new ArrayList<>(groups(clips));
        Collections.shuffle(units, new Random(seed));
        units.sort(Comparator.comparingInt((List<LabelledClip> unit) -> unit.size())
                .reversed());
        units.forEach(partition::place);
        return partition.parts;
    }

    /** Parts with the same mix of labels, and of groups within each label; groups are shared. */
    static List<List<LabelledClip>> stratified(List<LabelledClip> clips, int size, long seed) {
        Partition partition = new Partition(size, clips);
        Map<String, List<LabelledClip>> strata = collect(clips, clip -> clip.label() + "\n" + clip.group());
        Random random = new Random(seed);
        int next = 0;
        for (List<LabelledClip> stratum : strata.values()) {
            Collections.shuffle(stratum, random);
            for (LabelledClip clip : stratum) {
                partition.parts.get(next++ % size).add(clip);
            }
        }
        return partition.parts;
    }

    /** How many things {@link #byGroup} cannot take apart: known groups, and clips of unknown group. */
    static int units(List<LabelledClip> clips) {
        return groups(clips).size();
    }

    private void place(List<LabelledClip> unit) {
        Map<Label, Integer> added = new HashMap<>();
        unit.forEach(clip -> added.merge(clip.label(), 1, Integer::sum));
        int best = 0;
        for (int part = 1; part < parts.size(); part++) {
            int byCost = Double.compare(cost(part, added), cost(best, added));
            if (byCost < 0
                    || (byCost == 0 && parts.get(part).size() < parts.get(best).size())) {
                best = part;
            }
        }
        parts.get(best).addAll(unit);
        Map<Label, Integer> count = counts.get(best);
        added.forEach((label, number) -> count.merge(label, number, Integer::sum));
    }

    /** How much the squares of a part's label shares grow by what is added: least where those labels are rarest. */
    private double cost(int part, Map<Label, Integer> added) {
        double cost = 0;
        for (Map.Entry<Label, Integer> entry : added.entrySet()) {
            double total = totals.getOrDefault(entry.getKey(), 1);
            double before = counts.get(part).getOrDefault(entry.getKey(), 0) / total;
            double after = before + entry.getValue() / total;
            cost += after * after - before * before;
        }
        return cost;
    }

    private static Collection<List<LabelledClip>> groups(List<LabelledClip> clips) {
        // A group's name and a path cannot be mistaken for each other: only one of them starts with a zero character.
        return collect(clips, clip -> clip.group().orElse("\0" + clip.file())).values();
    }

    private static Map<String, List<LabelledClip>> collect(
            List<LabelledClip> clips, Function<LabelledClip, String> key) {
        Map<String, List<LabelledClip>> collected = new LinkedHashMap<>();
        clips.forEach(clip -> collected
                .computeIfAbsent(key.apply(clip), unused -> new ArrayList<>())
                .add(clip));
        return collected;
    }
}
