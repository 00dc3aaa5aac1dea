package dev.hearken.core.streaming;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.inference.Prediction;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import java.util.ArrayList;
import java.util.List;

/** Any model run on a stream: hop after hop the whole window again. Safe for use by many threads. */
final class WindowedFrames implements FrameModel {
    private final Classifier classifier;
    private final ModelMetadata metadata;

    private WindowedFrames(Classifier classifier) {
        this.classifier = classifier;
        this.metadata = classifier.model().metadata();
    }

    static WindowedFrames of(ModelFile model) {
        return new WindowedFrames(Classifier.open(model));
    }

    /** The end of what was heard: all of the next window but what its first hop brings. */
    private static final class Heard implements Memory {
        private float[] samples;

        Heard(float[] samples) {
            this.samples = samples;
        }
    }

    @Override
    public Memory silence() {
        return new Heard(new float[Math.max(0, metadata.windowSamples() - metadata.hopSamples())]);
    }

    @Override
    public List<float[]> advance(List<? extends Memory> memories, List<float[]> blocks) {
        int hops = blocks.get(0).length / metadata.hopSamples();
        List<Waveform> windows = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            windows.addAll(windows((Heard) memories.get(i), blocks.get(i)));
        }
        List<Prediction> predictions = classifier.classifyAll(windows);
        int labels = metadata.labels().size();
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            float[] row = new float[hops * labels];
            for (int hop = 0; hop < hops; hop++) {
                Prediction prediction = predictions.get(i * hops + hop);
                // A sound of no known class speaks for no label.
                if (prediction.isKnown()) {
                    System.arraycopy(prediction.posteriors().toArray(), 0, row, hop * labels, labels);
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private List<Waveform> windows(Heard heard, float[] block) {
        float[] together = new float[heard.samples.length + block.length];
        System.arraycopy(heard.samples, 0, together, 0, heard.samples.length);
        System.arraycopy(block, 0, together, heard.samples.length, block.length);
        Waveform stream = Waveform.of(together, metadata.sampleRateHz());
        List<Waveform> windows = new ArrayList<>();
        for (int end = heard.samples.length + metadata.hopSamples();
                end <= together.length;
                end += metadata.hopSamples()) {
            windows.add(stream.window(end - metadata.windowSamples(), end));
        }
        heard.samples = stream.window(together.length - heard.samples.length, together.length)
                .toArray();
        return windows;
    }

    @Override
    public void close() {
        classifier.close();
    }
}
