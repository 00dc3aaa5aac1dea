package dev.hearken.lab.report;

import dev.hearken.core.evaluation.CertaintyHistogram;
import dev.hearken.core.evaluation.Detectability;
import dev.hearken.core.evaluation.Evaluation;
import dev.hearken.core.evaluation.ScoredClip;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.recipes.ModelScoring;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model's answers are worth.
 *
 * @param protocol how the test clips were chosen, by its word
 * @param labels the answers there are
 * @param scoring the answers
 * @param evaluation the figures
 * @param quartiles accuracy by what can be measured of the sound; only where there is enough of it
 */
public record Measured(
        String protocol, LabelSet labels, ModelScoring scoring, Evaluation evaluation, List<Quartiles> quartiles) {
    /** The name of the curves of all labels taken together. */
    static final String POOLED = "all labels";

    public Measured {
        quartiles = List.copyOf(quartiles);
    }

    /** The figures of these answers. */
    public static Measured of(String protocol, LabelSet labels, ModelScoring scoring) {
        List<Quartiles> quartiles = Arrays.stream(SoundMeasure.values())
                .map(measure -> quartiles(measure, scoring))
                .filter(measured -> measured.parts().size() > 1)
                .toList();
        return new Measured(protocol, labels, scoring, scoring.evaluate(labels), quartiles);
    }

    /** The curves of each label that has clips, by name, and of all labels pooled. */
    Map<String, Detectability> curves() {
        Map<String, Detectability> curves = new LinkedHashMap<>();
        for (int label = 0; label < labels.size(); label++) {
            String name = labels.get(label).name();
            Detectability.ofLabel(scoring.clips(), label).ifPresent(curve -> curves.put(name, curve));
        }
        Detectability.pooled(scoring.clips(), labels.size()).ifPresent(curve -> curves.put(POOLED, curve));
        return curves;
    }

    /** How certain it was when right and when wrong. */
    CertaintyHistogram certainty() {
        return CertaintyHistogram.of(scoring.clips());
    }

    /** The errors it was surest of. */
    List<WorstError> worstErrors() {
        return WorstError.of(labels, scoring);
    }

    private static Quartiles quartiles(SoundMeasure measure, ModelScoring scoring) {
        List<ScoredClip> clips = scoring.clips();
        double[] values = scoring.heard().stream()
                .mapToDouble(clip -> measure.of(clip.waveform()))
                .toArray();
        boolean[] correct = new boolean[clips.size()];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = clips.get(i).correct();
        }
        return Quartiles.of(measure, values, correct);
    }
}
