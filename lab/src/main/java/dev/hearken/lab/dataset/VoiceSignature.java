package dev.hearken.lab.dataset;

import dev.hearken.core.features.Features;
import dev.hearken.core.task.Label;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a recording sounds whatever is said in it: the mean of its MFCC, without the loudness, over its louder half. */
final class VoiceSignature {
    private VoiceSignature() {}

    /** The signature of one clip: one number for each coefficient but the first. */
    static double[] of(Features mfcc) {
        double median = medianLoudness(mfcc);
        double[] signature = new double[mfcc.channels() - 1];
        int frames = 0;
        for (int frame = 0; frame < mfcc.frames(); frame++) {
            if (mfcc.value(frame, 0) >= median) {
                frames++;
                for (int i = 0; i < signature.length; i++) {
                    signature[i] += mfcc.value(frame, i + 1);
                }
            }
        }
        for (int i = 0; i < signature.length; i++) {
            signature[i] /= frames;
        }
        return signature;
    }

    private static double medianLoudness(Features mfcc) {
        double[] loudness = new double[mfcc.frames()];
        Arrays.setAll(loudness, frame -> mfcc.value(frame, 0));
        Arrays.sort(loudness);
        return loudness[loudness.length / 2];
    }

    /** Takes out of each signature the mean of its label's, then scales every number to a deviation of 1 over all of them. */
    static void withoutLabels(List<double[]> signatures, List<Label> labels) {
        Map<Label, double[]> sums = new HashMap<>();
        Map<Label, Integer> counts = new HashMap<>();
        for (int clip = 0; clip < labels.size(); clip++) {
            double[] signature = signatures.get(clip);
            double[] sum = sums.computeIfAbsent(labels.get(clip), unused -> new double[signature.length]);
            Arrays.setAll(sum, i -> sum[i] + signature[i]);
            counts.merge(labels.get(clip), 1, Integer::sum);
        }
        sums.forEach((label, sum) -> Arrays.setAll(sum, i -> sum[i] / counts.getOrDefault(label, 1)));
        for (int clip = 0; clip < labels.size(); clip++) {
            double[] signature = signatures.get(clip);
            double[] mean = sums.getOrDefault(labels.get(clip), new double[signature.length]);
            Arrays.setAll(signature, i -> signature[i] - mean[i]);
        }
        scale(signatures);
    }

    private static void scale(List<double[]> signatures) {
        int channels = signatures.isEmpty() ? 0 : signatures.get(0).length;
        for (int i = 0; i < channels; i++) {
            int channel = i;
            double square = signatures.stream()
                    .mapToDouble(signature -> signature[channel] * signature[channel])
                    .average()
                    .orElse(0);
            double deviation = square > 0 ? Math.sqrt(square) : 1;
            signatures.forEach(signature -> signature[channel] /= deviation);
        }
    }
}
