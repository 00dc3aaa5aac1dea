package dev.hearken.lab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.hearken.lab.network.SpeechBackbone;
import dev.hearken.lab.network.TorchOps;
import dev.hearken.lab.network.Weights;
import java.util.List;

/** One pass through a backbone in PyTorch: how far its two outputs lie from the targets. */
final class BackboneStep {
    private final SpeechBackbone backbone;
    private final BackboneScale scale;
    private final float tapWeight;

    BackboneStep(SpeechBackbone backbone, BackboneScale scale, double tapWeight) {
        this.backbone = backbone;
        this.scale = scale;
        this.tapWeight = (float) tapWeight;
    }

    /** Forward and backward: the weighed sum of both errors, and its gradient. */
    TorchStep.Outcome train(Weights weights, BackboneBatch batch) {
        return TorchStep.descend(weights, (ops, manager) -> {
            NDArray[] errors = errors(ops, manager, batch);
            return errors[0].mul(manager.create(new float[] {tapWeight})).add(errors[1]);
        });
    }

    /** Forward only. */
    BackboneError error(Weights weights, BackboneBatch batch) {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray[] errors = errors(new TorchOps(manager, weights, false), manager, batch);
            return new BackboneError(errors[0].toFloatArray()[0], errors[1].toFloatArray()[0]);
        }
    }

    private NDArray[] errors(TorchOps ops, NDManager manager, BackboneBatch batch) {
        List<NDArray> outputs = backbone.outputs(ops, batch.mel().toTensor(manager));
        return new NDArray[] {
            squared(outputs.get(0), batch.tap().toTensor(manager), scale.tap(), manager),
            squared(outputs.get(1), batch.end().toTensor(manager), scale.end(), manager)
        };
    }

    /** The mean of ((output - target) x scale) squared. */
    private static NDArray squared(NDArray output, NDArray target, float[] scale, NDManager manager) {
        NDArray off = output.sub(target).mul(manager.create(scale));
        NDArray share = manager.create(new float[] {1f / target.size()});
        return off.mul(off).sum().mul(share);
    }
}
