package dev.hearken.core.evaluation;

import dev.hearken.core.task.LabelSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model's answers to clips it never heard are worth: every figure with what it is a share of and how far it can be trusted.
 *
 * <pre>{@code
 * Temperature temperature = Temperature.fit(validationClips);
 * Evaluation evaluation = Evaluation.of(labels, testClips.stream().map(clip -> clip.calibrated(temperature)).toList());
 * System.out.println(evaluation.toText("hold-out"));
 * }</pre>
 *
 * @param confusion truth against answer
 * @param accuracy right answers among all
 * @param macro precision, recall and F1, every label counting the same
 * @param weighted precision, recall and F1, every label counting by its clips
 * @param balancedAccuracy the mean recall of the labels, in [0, 1]
 * @param intervals bootstrap intervals of the figures above
 * @param auc the area under the ROC curve, of more than two labels the mean of each against the rest; empty if all clips are of one label
 * @param negativeLogLikelihood mean of -ln probability of the right label, with temperature, in nats
 * @param calibration the calibration error with the clips' temperatures
 * @param calibrationBefore the calibration error without
 * @param groups every known group's score, by name
 * @param openSet how clips of no known class fared; empty if there were none
 */
public record Evaluation(
        ConfusionMatrix confusion,
        Proportion accuracy,
        Averages macro,
        Averages weighted,
        double balancedAccuracy,
        Intervals intervals,
        OptionalDouble auc,
        double negativeLogLikelihood,
        CalibrationError calibration,
        CalibrationError calibrationBefore,
        List<GroupScore> groups,
        Optional<OpenSetScore> openSet) {
    /**
     * Bootstrap intervals, all from the same draws.
     *
     * @param bootstrap how they were drawn
     * @param unit what was drawn
     * @param auc empty if there is no area
     */
    public record Intervals(
            Bootstrap bootstrap,
            Bootstrap.Unit unit,
            Interval accuracy,
            Interval balancedAccuracy,
            Interval macroPrecision,
            Interval macroRecall,
            Interval macroF1,
            Interval weightedPrecision,
            Interval weightedRecall,
            Interval weightedF1,
            Optional<Interval> auc) {
        private static Intervals of(Bootstrap bootstrap, LabelSet labels, List<ScoredClip> clips) {
            List<Interval> drawn = bootstrap.intervals(
                    labels,
                    clips,
                    List.of(
                            ConfusionMatrix::accuracy,
                            ConfusionMatrix::balancedAccuracy,
                            confusion -> Averages.macro(confusion).precision(),
                            confusion -> Averages.macro(confusion).recall(),
                            confusion -> Averages.macro(confusion).f1(),
                            confusion -> Averages.weighted(confusion).precision(),
                            confusion -> Averages.weighted(confusion).recall(),
                            confusion -> Averages.weighted(confusion).f1()));
            return new Intervals(
                    bootstrap,
                    Bootstrap.unitOf(clips),
                    drawn.get(0),
                    drawn.get(1),
                    drawn.get(2),
                    drawn.get(3),
                    drawn.get(4),
                    drawn.get(5),
                    drawn.get(6),
                    drawn.get(7),
                    bootstrap.interval(clips, new MeanArea(clips, labels.size())::drawn));
        }
    }

    public Evaluation {
        groups = List.copyOf(groups);
    }

    /** The figures of these clips, with {@link Bootstrap#STANDARD} intervals. */
    public static Evaluation of(LabelSet labels, List<ScoredClip> clips) {
        return of(labels, clips, Bootstrap.STANDARD);
    }

    /**
     * The figures of these clips.
     *
     * @throws IllegalArgumentException if there are no clips, or one has not as many scores as there are labels
     */
    public static Evaluation of(LabelSet labels, List<ScoredClip> clips, Bootstrap bootstrap) {
        if (clips.isEmpty()) {
            throw new IllegalArgumentException("there are no clips to evaluate on");
        }
        for (ScoredClip clip : clips) {
            if (clip.labels() != labels.size()) {
                throw new IllegalArgumentException(
                        "%s has %d scores for %d labels".formatted(clip.name(), clip.labels(), labels.size()));
            }
        }
        ConfusionMatrix confusion = ConfusionMatrix.of(labels, clips);
        return new Evaluation(
                confusion,
                new Proportion(confusion.correct(), confusion.total()),
                Averages.macro(confusion),
                Averages.weighted(confusion),
                confusion.balancedAccuracy(),
                Intervals.of(bootstrap, labels, clips),
                new MeanArea(clips, labels.size()).drawnOnce(),
                clips.stream()
                        .mapToDouble(ScoredClip::negativeLogLikelihood)
                        .average()
                        .orElseThrow(),
                CalibrationError.of(clips),
                CalibrationError.beforeCalibration(clips),
                GroupScore.of(clips),
                Optional.empty());
    }

    /** The same, and how clips of no known class fared. */
    public Evaluation withOpenSet(OpenSetScore score) {
        return new Evaluation(
                confusion,
                accuracy,
                macro,
                weighted,
                balancedAccuracy,
                intervals,
                auc,
                negativeLogLikelihood,
                calibration,
                calibrationBefore,
                groups,
                Optional.of(score));
    }

    /** The labels, in order. */
    public LabelSet labels() {
        return confusion.labels();
    }

    /** The group that fared worst, if groups are known. */
    public Optional<GroupScore> worstGroup() {
        return GroupScore.worst(groups);
    }

    /** The mean of the groups' accuracies, every group counting the same; empty if no groups are known. */
    public OptionalDouble meanGroupAccuracy() {
        return groups.stream().mapToDouble(score -> score.accuracy().value()).average();
    }

    /** The figures for programs; {@code protocol} says how the test clips were chosen. */
    public ObjectNode toJson(String protocol) {
        return EvaluationJson.of(protocol, this);
    }

    /** The figures for people, as lines of text; {@code protocol} says how the test clips were chosen. */
    public String toText(String protocol) {
        return EvaluationText.of(protocol, this);
    }
}
