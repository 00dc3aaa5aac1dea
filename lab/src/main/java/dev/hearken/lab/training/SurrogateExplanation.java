package dev.hearken.lab.training;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.inference.ClipDescriber;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.Surrogate;
import dev.hearken.lab.dataset.RidgeRegression;
import java.util.ArrayList;
import java.util.List;

/** Fits the linear stand-in by which a model's answers are told in words. */
public final class SurrogateExplanation {
    /** Of p and 1 - p; how sure a model is beyond 1 in 10,000 needs no reasons, but would outweigh all else. */
    private static final double LEAST_PROBABILITY = 1e-4;

    private SurrogateExplanation() {}

    /**
     * Clips as the stand-in sees them, row by row.
     *
     * @param features of each clip
     * @param logOdds that the model gives each label for it
     */
    record Examples(List<double[]> features, List<double[]> logOdds) {}

    /**
     * The stand-in for a model.
     *
     * <p>Each clip is classified and described once: about 20 ms for four seconds.
     *
     * @param clips to fit it on, those the model was trained on
     * @param heldOut to measure on how well it follows the model: of other speakers or sources
     * @throws IllegalArgumentException if there are no clips of a kind
     */
    public static Surrogate fit(ModelFile model, List<Waveform> clips, List<Waveform> heldOut) {
        try (Classifier classifier = Classifier.open(model);
                ClipDescriber describer = new ClipDescriber(model.metadata())) {
            return fit(
                    ClipDescriber.names(),
                    model.metadata().labels().names(),
                    examples(classifier, describer, clips),
                    examples(classifier, describer, heldOut));
        }
    }

    static Surrogate fit(List<String> names, List<String> labels, Examples examples, Examples heldOut) {
        if (heldOut.features().isEmpty()) {
            throw new IllegalArgumentException("no clips to measure the explanation on");
        }
        RidgeRegression line = RidgeRegression.fit(examples.features(), examples.logOdds());
        List<Surrogate.Feature> features = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            features.add(new Surrogate.Feature(names.get(i), line.mean(i), line.deviation(i)));
        }
        List<Surrogate.Answer> answers = new ArrayList<>();
        for (int label = 0; label < labels.size(); label++) {
            List<Double> weights = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                weights.add(line.weight(i, label));
            }
            answers.add(
                    new Surrogate.Answer(labels.get(label), line.intercept(label), weights, r2(line, heldOut, label)));
        }
        return new Surrogate(examples.features().size(), heldOut.features().size(), features, answers);
    }

    private static Examples examples(Classifier classifier, ClipDescriber describer, List<Waveform> clips) {
        List<double[]> features =
                clips.parallelStream().map(describer::describe).toList();
        List<double[]> logOdds = classifier.classifyAll(clips).stream()
                .map(prediction -> logOdds(prediction.posteriors().toArray()))
                .toList();
        return new Examples(features, logOdds);
    }

    private static double[] logOdds(float[] probabilities) {
        double[] logOdds = new double[probabilities.length];
        for (int i = 0; i < logOdds.length; i++) {
            double p = Math.max(LEAST_PROBABILITY, Math.min(1 - LEAST_PROBABILITY, probabilities[i]));
            logOdds[i] = Math.log(p / (1 - p));
        }
        return logOdds;
    }

    /** 1 - (squares left over) / (squares about the mean); 0 for a model that always says the same. */
    private static double r2(RidgeRegression line, Examples examples, int label) {
        double mean = examples.logOdds().stream()
                .mapToDouble(row -> row[label])
                .average()
                .orElseThrow();
        double all = 0;
        double left = 0;
        for (int i = 0; i < examples.features().size(); i++) {
            double truth = examples.logOdds().get(i)[label];
            all += Math.pow(truth - mean, 2);
            left += Math.pow(truth - line.predict(examples.features().get(i))[label], 2);
        }
        return all == 0 ? 0 : 1 - left / all;
    }
}
