package dev.hearken.core.streaming;

import dev.hearken.core.model.DetectionRule;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.task.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows the {@link DetectionRule} along one stream, for all labels that have a threshold. */
final class Trigger {
    /** One label to be detected: its place in the output, its threshold, its score so far. */
    private static final class Watch {
        final int index;
        final double threshold;
        final Smoothing smoothing;
        float score;
        boolean above;

        Watch(int index, double threshold, Smoothing smoothing) {
            this.index = index;
            this.threshold = threshold;
            this.smoothing = smoothing;
        }

        /** Whether the score reaches the threshold from below with this probability. */
        boolean crosses(float probability) {
            score = smoothing.push(probability);
            boolean before = above;
            above = score >= threshold;
            return above && !before;
        }
    }

    private final ModelMetadata metadata;
    private final DetectionRule rule;
    private final List<Watch> watches = new ArrayList<>();
    private long frame;
    private long nextFrame;

    Trigger(ModelMetadata metadata, Thresholds thresholds) {
        this.metadata = metadata;
        this.rule = metadata.detectionRule();
        for (int i = 0; i < metadata.labels().size(); i++) {
            int index = i;
            thresholds
                    .of(metadata.labels().get(i))
                    .ifPresent(threshold ->
                            watches.add(new Watch(index, threshold, new Smoothing(rule.smoothingFrames()))));
        }
    }

    /**
     * The next frame; of several labels that cross their thresholds in it the one with the highest score is detected.
     *
     * @param probabilities of all labels
     * @param offset of the first of them
     */
    Optional<Detection> step(float[] probabilities, int offset) {
        Optional<Watch> highest = Optional.empty();
        for (Watch watch : watches) {
            if (watch.crosses(probabilities[offset + watch.index])
                    && (highest.isEmpty() || watch.score > highest.get().score)) {
                highest = Optional.of(watch);
            }
        }
        long now = frame++;
        if (highest.isEmpty() || now < nextFrame) {
            return Optional.empty();
        }
        nextFrame = now + rule.refractoryFrames(metadata.hopSamples());
        return Optional.of(detection(highest.get(), (now + 1) * metadata.hopSamples()));
    }

    private Detection detection(Watch watch, long endSample) {
        Label label = metadata.labels().get(watch.index);
        long startSample = Math.max(0, endSample - rule.eventSamples());
        return new Detection(label, startSample, endSample, metadata.sampleRateHz(), watch.score);
    }
}
