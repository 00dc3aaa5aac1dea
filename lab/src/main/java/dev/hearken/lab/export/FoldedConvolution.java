package dev.hearken.lab.export;

import dev.hearken.lab.network.Convolution;
import dev.hearken.lab.network.Weights;

/** A convolution's kernel and bias with the batch normalisation behind it multiplied in, as both are affine. */
final class FoldedConvolution {
    private final float[] kernel;
    private final float[] bias;

    private FoldedConvolution(float[] kernel, float[] bias) {
        this.kernel = kernel;
        this.bias = bias;
    }

    static FoldedConvolution of(String name, Convolution conv, Weights weights, float epsilon) {
        float[] kernel = weights.values(name + ".weight").clone();
        return switch (conv.finish()) {
            case NONE -> new FoldedConvolution(kernel, new float[0]);
            case BIAS -> new FoldedConvolution(kernel, weights.values(name + ".bias"));
            case NORM -> folded(kernel, name + ".norm", conv.outputs(), weights, epsilon);
        };
    }

    float[] kernel() {
        return kernel;
    }

    /** One an output; none where nothing follows the products. */
    float[] bias() {
        return bias;
    }

    private static FoldedConvolution folded(float[] kernel, String norm, int outputs, Weights weights, float epsilon) {
        float[] scale = weights.values(norm + ".scale");
        float[] shift = weights.values(norm + ".shift");
        float[] mean = weights.values(norm + ".mean");
        float[] variance = weights.values(norm + ".variance");
        float[] bias = new float[outputs];
        int taps = kernel.length / outputs;
        for (int output = 0; output < outputs; output++) {
            double factor = scale[output] / Math.sqrt((double) variance[output] + epsilon);
            for (int tap = output * taps; tap < (output + 1) * taps; tap++) {
                kernel[tap] *= (float) factor;
            }
            bias[output] = (float) (shift[output] - mean[output] * factor);
        }
        return new FoldedConvolution(kernel, bias);
    }
}
