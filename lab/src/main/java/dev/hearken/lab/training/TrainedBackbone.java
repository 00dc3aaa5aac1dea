package dev.hearken.lab.training;

import dev.hearken.lab.network.Weights;
import java.util.Map;

/**
 * What a backbone's training leaves behind.
 *
 * @param weights of the step with the least error on the noisy clips held out
 * @param bestStep which that was
 * @param steps how many were taken
 * @param frozen the errors before the first step
 * @param heldOut the errors at the best step
 */
public record TrainedBackbone(
        Weights weights,
        int bestStep,
        int steps,
        Map<String, BackboneError> frozen,
        Map<String, BackboneError> heldOut) {
    public TrainedBackbone {
        frozen = Map.copyOf(frozen);
        heldOut = Map.copyOf(heldOut);
    }
}
