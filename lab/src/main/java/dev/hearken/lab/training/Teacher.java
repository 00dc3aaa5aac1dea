package dev.hearken.lab.training;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.inference.Prediction;
import dev.hearken.core.model.ModelFile;
import java.util.Arrays;

/**
 * A trained model whose answers a smaller network learns beside the right ones (Hinton, Vinyals and Dean, 2015, "Distilling the knowledge
 * in a neural network", arXiv:1503.02531): what a clip is confused with tells more than its label does.
 *
 * <p>It hears each clip as the student does, after the same changes (Beyer et al., 2022, arXiv:2106.05237). Safe for use by many threads;
 * holds native memory until closed.
 */
public final class Teacher implements AutoCloseable {
    private final Classifier model;
    private final double share;
    private final double temperature;

    /**
     * A teacher.
     *
     * @param share how much of a target is its answer, in [0, 1]; the right answer has the rest
     * @param temperature what its logits are divided by, once calibrated; above 1 its doubts weigh more
     */
    public Teacher(ModelFile model, double share, double temperature) {
        this.model = Classifier.open(model);
        this.share = share;
        this.temperature = temperature;
    }

    double share() {
        return share;
    }

    /** What it thinks of a clip: a share for each label and, if it knows what is none of them, one for that. */
    float[] answer(Waveform heard) {
        Prediction prediction = model.classify(heard);
        float[] ofLabels = prediction.posteriors().toArray();
        return softened(
                model.model().metadata().openSet().isPresent() ? withNone(ofLabels, prediction.known()) : ofLabels);
    }

    /** The shares of all, of which those of the labels alone and the greatest of them among all are known. */
    static float[] withNone(float[] ofLabels, float greatest) {
        float most = 0;
        for (float share : ofLabels) {
            most = Math.max(most, share);
        }
        float[] all = Arrays.copyOf(ofLabels, ofLabels.length + 1);
        float left = 1;
        for (int label = 0; label < ofLabels.length; label++) {
            all[label] *= greatest / most;
            left -= all[label];
        }
        all[ofLabels.length] = Math.max(0, left);
        return all;
    }

    /** Dividing logits by T is raising probabilities to the power of 1/T. */
    private float[] softened(float[] answer) {
        double sum = 0;
        for (int i = 0; i < answer.length; i++) {
            answer[i] = (float) Math.pow(answer[i], 1 / temperature);
            sum += answer[i];
        }
        for (int i = 0; i < answer.length; i++) {
            answer[i] /= (float) sum;
        }
        return answer;
    }

    @Override
    public void close() {
        model.close();
    }
}
