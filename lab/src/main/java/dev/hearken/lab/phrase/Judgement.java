package dev.hearken.lab.phrase;

import dev.hearken.core.evaluation.DetectionPoint;
import dev.hearken.core.evaluation.DetectionScores;
import dev.hearken.core.evaluation.Proportion;
import java.util.List;
import java.util.Optional;

/**
 * What a head does to strangers: each voice and each source is judged by those towers alone that have learned nothing from it.
 *
 * @param clean the phrase in silence against the background
 * @param noisy the phrase in noise against the same
 * @param asRecorded people saying the phrase, where there are recordings, against the same
 * @param nearMisses how many of the confusers fire at the threshold
 * @param falseAlarmsPerHour what the detector may cost
 * @param offset the logit that is a probability of one half
 */
public record Judgement(
        DetectionScores clean,
        DetectionScores noisy,
        DetectionScores asRecorded,
        Confused nearMisses,
        double falseAlarmsPerHour,
        double offset) {
    /** How confusers score. */
    public record Confused(List<Float> peaks) {
        public Confused {
            peaks = List.copyOf(peaks);
        }

        /** The share that fires at a threshold; empty if there are none. */
        public Optional<Proportion> at(double threshold) {
            long fired = peaks.stream().filter(peak -> peak >= threshold).count();
            return peaks.isEmpty() ? Optional.empty() : Optional.of(new Proportion(fired, peaks.size()));
        }
    }

    /** What the detector costs at its own threshold, in silence. */
    public DetectionPoint wanted() {
        return at(falseAlarmsPerHour);
    }

    /** What it costs there in noise. */
    public DetectionPoint wantedInNoise() {
        return noisy.atThreshold(wanted().threshold());
    }

    /** The share of the sound-alikes that fire there; empty if there are none. */
    public Optional<Proportion> wantedNearMisses() {
        return nearMisses.at(wanted().threshold());
    }

    /** What it costs there with people's recordings. */
    public DetectionPoint wantedAsRecorded() {
        return asRecorded.atThreshold(wanted().threshold());
    }

    /** What so many false alarms cost in silence. */
    public DetectionPoint at(double falseAlarmsPerHour) {
        return clean.at(falseAlarmsPerHour);
    }
}
