package dev.hearken.cli.worker;

import dev.hearken.core.evaluation.McNemar;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.inference.Prediction;
import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.LoadedClip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which clips a model gets right. A clip of a label the model does not know it gets wrong, as it would in use.
 *
 * @param clips what was judged by
 * @param right whether the model is right, clip by clip
 */
record Judgement(List<LoadedClip> clips, List<Boolean> right) {
    private static final int MOST_NAMED = 500;

    static Judgement of(ModelFile model, List<LoadedClip> clips) {
        try (Classifier classifier = Classifier.open(model)) {
            List<Prediction> answers = classifier.classifyAll(
                    clips.stream().map(LoadedClip::waveform).toList());
            return new Judgement(
                    clips,
                    IntStream.range(0, clips.size())
                            .mapToObj(i -> answers.get(i)
                                    .label()
                                    .equals(clips.get(i).clip().label()))
                            .toList());
        }
    }

    /** How another model does on the same clips, beside this one. */
    McNemar against(Judgement other) {
        return McNemar.of(right, other.right);
    }

    /**
     * The comparison for programs: over all, speaker by speaker, and which clips changed sides.
     *
     * @param numbers the project's number of each file
     */
    static Map<String, Object> compared(
            int liveVersion, Judgement live, Judgement candidate, Map<Path, Integer> numbers) {
        McNemar all = live.against(candidate);
        Map<String, Object> compared = new LinkedHashMap<>();
        compared.put("live_version", liveVersion);
        compared.put("n", all.clips());
        compared.put("live_right", all.bothRight() + all.broken());
        compared.put("candidate_right", all.bothRight() + all.fixed());
        compared.put("fixed", all.fixed());
        compared.put("broken", all.broken());
        compared.put("p_value", all.pValue());
        compared.put("not_worse", all.notWorse());
        compared.put("groups", groups(live, candidate));
        compared.put("fixed_clips", only(candidate, live, numbers));
        compared.put("broken_clips", only(live, candidate, numbers));
        return compared;
    }

    /** The clips that only one of two gets right. */
    private static List<Integer> only(Judgement one, Judgement other, Map<Path, Integer> numbers) {
        return IntStream.range(0, one.clips.size())
                .filter(i -> one.right.get(i) && !other.right.get(i))
                .mapToObj(i -> numbers.get(one.clips.get(i).clip().file()))
                .filter(Objects::nonNull)
                .limit(MOST_NAMED)
                .toList();
    }

    private static List<Map<String, Object>> groups(Judgement live, Judgement candidate) {
        Map<String, List<Integer>> byGroup = new TreeMap<>();
        IntStream.range(0, live.clips.size())
                .forEach(i -> live.clips
                        .get(i)
                        .clip()
                        .group()
                        .ifPresent(group -> byGroup.computeIfAbsent(group, unused -> new ArrayList<>())
                                .add(i)));
        List<Map<String, Object>> groups = new ArrayList<>();
        byGroup.forEach((group, some) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("group", group);
            row.put("n", some.size());
            row.put("live_right", some.stream().filter(live.right::get).count());
            row.put(
                    "candidate_right",
                    some.stream().filter(candidate.right::get).count());
            groups.add(row);
        });
        return groups;
    }
}
