package dev.hearken.core.evaluation;

/** Logits to probabilities and back, without overflow. */
final class Softmax {
    private Softmax() {}

    /** The probabilities of {@code logits * scale}, in double precision. */
    static double[] of(float[] logits, double scale) {
        double[] probabilities = new double[logits.length];
        double total = Math.exp(logTotal(logits, scale));
        double peak = peak(logits) * scale;
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = Math.exp(logits[i] * scale - peak) / total;
        }
        return probabilities;
    }

    /** The natural logarithm of the probability of {@code index} under {@code logits * scale}. */
    static double logProbability(float[] logits, double scale, int index) {
        return (logits[index] - (double) peak(logits)) * scale - logTotal(logits, scale);
    }

    /** ln Σ exp(scale (logit - largest logit)), for a positive scale. */
    private static double logTotal(float[] logits, double scale) {
        double peak = peak(logits);
        double total = 0;
        for (float logit : logits) {
            total += Math.exp((logit - peak) * scale);
        }
        return Math.log(total);
    }

    private static float peak(float[] logits) {
        float peak = logits[0];
        for (float logit : logits) {
            peak = Math.max(peak, logit);
        }
        return peak;
    }
}
