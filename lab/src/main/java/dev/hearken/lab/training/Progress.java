package dev.hearken.lab.training;

import java.time.Duration;

/**
 * Where a training run stands at the end of an epoch.
 *
 * @param epoch counted from 1
 * @param epochs how many there will be at most
 * @param trainingLoss mean cross-entropy over the epoch's steps, augmentation and smoothing included
 * @param validationLoss mean cross-entropy of the clips set aside, plain; NaN if there are none
 * @param validationAccuracy share of those clips that are right; NaN if there are none
 * @param learningRate of the last step
 * @param left estimated time to the last epoch
 */
public record Progress(
        int epoch,
        int epochs,
        double trainingLoss,
        double validationLoss,
        double validationAccuracy,
        double learningRate,
        Duration left) {
    /** One line for a terminal. */
    @Override
    public String toString() {
        String judged = Double.isNaN(validationLoss)
                ? ""
                : "validation loss %.4f  accuracy %.2f %%  ".formatted(validationLoss, 100 * validationAccuracy);
        return "epoch %d/%d  loss %.4f  %srate %.2g  %d:%02d left"
                .formatted(epoch, epochs, trainingLoss, judged, learningRate, left.toMinutes(), left.toSecondsPart());
    }
}
