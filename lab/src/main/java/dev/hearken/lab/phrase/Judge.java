package dev.hearken.lab.phrase;

import dev.hearken.core.evaluation.DetectionScores;
import dev.hearken.core.model.DetectionRule;
import dev.hearken.core.streaming.Smoothing;
import dev.hearken.lab.training.DetectorScoring;
import java.util.ArrayList;
import java.util.List;

/** Judges a head by the voices and sources its towers have not learned from. */
record Judge(DetectionRule rule, Folds folds, double falseAlarmsPerHour) {
    /**
     * Two looks: the first finds the logit at which the wanted false alarms happen, the second counts with probabilities that put it at one
     * half, where single precision tells scores apart best and a user expects it.
     */
    Judgement judge(DetectorScoring scoring, PhraseMaterial material) {
        double rough = highest(scoring, material.background());
        double threshold = look(scoring, material, rough).at(falseAlarmsPerHour).threshold();
        double bounded = Math.max(1e-6, Math.min(1 - 1e-6, threshold));
        return look(scoring, material, rough + Math.log(bounded / (1 - bounded)));
    }

    private Judgement look(DetectorScoring scoring, PhraseMaterial material, double offset) {
        DetectionScores clean = new DetectionScores(rule, Ear.HOP_SAMPLES);
        DetectionScores noisy = new DetectionScores(rule, Ear.HOP_SAMPLES);
        DetectionScores asRecorded = new DetectionScores(rule, Ear.HOP_SAMPLES);
        for (EmbeddedSound sound : material.background().clean()) {
            float[] probabilities = probabilities(scoring, sound, offset);
            clean.addNegative(probabilities, sound.seconds());
            noisy.addNegative(probabilities, sound.seconds());
            asRecorded.addNegative(probabilities, sound.seconds());
        }
        material.clean().forEach(heard -> clean.addPositive(probabilities(scoring, heard.sound(), offset)));
        material.noisy().forEach(heard -> noisy.addPositive(probabilities(scoring, heard.sound(), offset)));
        material.asRecorded().forEach(heard -> asRecorded.addPositive(probabilities(scoring, heard.sound(), offset)));
        List<Float> peaks = new ArrayList<>();
        for (HeardPhrase confuser : material.confusers()) {
            float peak = 0;
            for (float score : Smoothing.of(probabilities(scoring, confuser.sound(), offset), rule.smoothingFrames())) {
                peak = Math.max(peak, score);
            }
            peaks.add(peak);
        }
        return new Judgement(clean, noisy, asRecorded, new Judgement.Confused(peaks), falseAlarmsPerHour, offset);
    }

    /** The highest logit in the background: no threshold is above it. */
    private double highest(DetectorScoring scoring, Background background) {
        double highest = -20;
        for (EmbeddedSound sound : background.clean()) {
            for (float logit : scoring.unseen(folds.of(sound))) {
                highest = Math.max(highest, logit);
            }
        }
        return highest;
    }

    private float[] probabilities(DetectorScoring scoring, EmbeddedSound sound, double offset) {
        float[] values = scoring.unseen(folds.of(sound));
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (1 / (1 + Math.exp(offset - values[i])));
        }
        return values;
    }
}
