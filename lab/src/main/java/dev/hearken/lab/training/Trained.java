package dev.hearken.lab.training;

import dev.hearken.lab.network.Weights;

/**
 * What a training run leaves behind.
 *
 * @param weights of the best epoch
 * @param bestEpoch which that was; 0 if training was stopped before the first ended
 * @param epochs how many were finished
 */
public record Trained(Weights weights, int bestEpoch, int epochs) {}
