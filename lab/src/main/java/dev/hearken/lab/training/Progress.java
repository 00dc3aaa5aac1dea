package dev.hearken.lab.training;

import java.time.Duration;

/**
 * Where a training run stands at the end of an epoch.
 *
 * @param epoch counted from 1
 * @param epochs how many there will be at most
 * @param trainingLoss mean cross-entropy over the epoch's steps, augmentation and smoothing included
 * @param validationLoss mean cross-entropy of the clips set aside, plain
 * @param validationAccuracy share of those clips that are right
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
        return "epoch %d/%d  loss %.4f  validation loss %.4f  accuracy %.2f %%  rate %.2g  %d:%02d left"
                .formatted(
                        epoch,
                        epochs,
                        trainingLoss,
                        validationLoss,
                        100 * validationAccuracy,
                        learningRate,
                        left.toMinutes(),
                        left.toSecondsPart());
    }
}
