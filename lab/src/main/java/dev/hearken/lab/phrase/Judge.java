package dev.hearken.lab.phrase;

import dev.hearken.core.evaluation.DetectionScores;
import dev.hearken.core.model.DetectionRule;
import dev.hearken.core.streaming.Smoothing;
import dev.hearken.lab.training.DetectorScoring;
import java.util.ArrayList;
import java.util.List;

/** Judges a head by the voices and sources its towers have not learned from. */
record Judge(DetectionRule rule, Folds folds, double falseAlarmsPerHour) {
    /** Where nothing in the background comes near the phrase. */
    private static final double LOWEST_OFFSET = -20;

    /**
     * Two looks at the same logits: the first finds the one at which the wanted false alarms happen, the second counts with probabilities that
     * put it at one half, where single precision tells scores apart best and a user expects it.
     */
    Judgement judge(DetectorScoring scoring, PhraseMaterial material) {
        Logits logits = new Logits(
                material.background().clean().stream()
                        .map(sound -> new Stream(unseen(scoring, sound), sound.seconds()))
                        .toList(),
                unseen(scoring, material.clean()),
                unseen(scoring, material.noisy()),
                unseen(scoring, material.asRecorded()),
                unseen(scoring, material.confusers()));
        double rough = logits.highest();
        double threshold = look(logits, rough).wanted().threshold();
        double bounded = Math.max(1e-6, Math.min(1 - 1e-6, threshold));
        return look(logits, rough + Math.log(bounded / (1 - bounded)));
    }

    /** What the head says of a sound of the background. */
    private record Stream(Scores logits, double seconds) {}

    /** What it says of one sound, a logit each hop; the array is owned. */
    private static final class Scores {
        private final float[] logits;

        Scores(float[] logits) {
            this.logits = logits;
        }

        /** As probabilities of which the logit {@code offset} is one half. */
        float[] around(double offset) {
            float[] probabilities = new float[logits.length];
            for (int i = 0; i < logits.length; i++) {
                probabilities[i] = (float) (1 / (1 + Math.exp(offset - logits[i])));
            }
            return probabilities;
        }
    }

    /** What it says of everything it is judged by. */
    private record Logits(
            List<Stream> background,
            List<Scores> clean,
            List<Scores> noisy,
            List<Scores> asRecorded,
            List<Scores> confusers) {
        /** The highest in the background: no threshold is above it. */
        double highest() {
            double highest = LOWEST_OFFSET;
            for (Stream stream : background) {
                for (float logit : stream.logits.logits) {
                    highest = Math.max(highest, logit);
                }
            }
            return highest;
        }
    }

    private Judgement look(Logits logits, double offset) {
        List<Float> peaks = new ArrayList<>();
        for (Scores confuser : logits.confusers) {
            float peak = 0;
            for (float score : Smoothing.of(confuser.around(offset), rule.smoothingFrames())) {
                peak = Math.max(peak, score);
            }
            peaks.add(peak);
        }
        return new Judgement(
                against(logits.background, logits.clean, offset),
                against(logits.background, logits.noisy, offset),
                against(logits.background, logits.asRecorded, offset),
                new Judgement.Confused(peaks),
                falseAlarmsPerHour,
                offset);
    }

    private DetectionScores against(List<Stream> background, List<Scores> events, double offset) {
        DetectionScores scores = new DetectionScores(rule, Ear.HOP_SAMPLES);
        background.forEach(stream -> scores.addNegative(stream.logits.around(offset), stream.seconds));
        events.forEach(event -> scores.addPositive(event.around(offset)));
        return scores;
    }

    private List<Scores> unseen(DetectorScoring scoring, List<HeardPhrase> heard) {
        return heard.stream().map(phrase -> unseen(scoring, phrase.sound())).toList();
    }

    private Scores unseen(DetectorScoring scoring, EmbeddedSound sound) {
        return new Scores(scoring.unseen(folds.of(sound)));
    }
}
