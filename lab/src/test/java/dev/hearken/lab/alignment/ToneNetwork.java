package dev.hearken.lab.alignment;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.features.Features;
import dev.hearken.core.features.LogMel;
import dev.hearken.core.graph.GraphBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A small CTC network that reads tones for letters: a linear layer on log-mel frames, trained with the CTC loss from whole utterances, of which
 * it is told the letters and not when they are said.
 */
final class ToneNetwork {
    static final int STRIDE = 160;
    static final int RATE = 16_000;
    private static final String LETTERS = "abcd";
    private static final int OUTPUTS = 1 + LETTERS.length() + 1;
    private static final double TONE_SECONDS = 0.1;

    private final LogMel frontEnd = LogMel.speech16k();
    private final double[][] weights = new double[OUTPUTS][frontEnd.channels() + 1];

    /** Sound and when each letter of it begins, in seconds. */
    record Utterance(Waveform sound, List<Double> starts) {}

    /** Says letters as tones, with pauses of different lengths before and between them; words have longer ones. */
    static Utterance say(String text, Random random) {
        List<Float> samples = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        pause(samples, 0.05 + 0.1 * random.nextDouble(), random);
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter != ' ') {
                starts.add((double) samples.size() / RATE);
                double hertz = 400 * Math.pow(2, LETTERS.indexOf(letter) * 0.8);
                for (int i = 0; i < TONE_SECONDS * RATE; i++) {
                    samples.add(
                            (float) (0.3 * Math.sin(2 * Math.PI * hertz * i / RATE) + 0.005 * random.nextGaussian()));
                }
            }
            pause(samples, letter == ' ' ? 0.15 : 0.02 + 0.05 * random.nextDouble(), random);
        }
        float[] array = new float[samples.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = samples.get(i);
        }
        return new Utterance(Waveform.of(array, RATE), starts);
    }

    private static void pause(List<Float> samples, double seconds, Random random) {
        for (int i = 0; i < seconds * RATE; i++) {
            samples.add((float) (0.005 * random.nextGaussian()));
        }
    }

    /** Trains on random words for so many steps. */
    static ToneNetwork trained(int steps, long seed) {
        ToneNetwork network = new ToneNetwork();
        Random random = new Random(seed);
        try (FeatureExtractor extractor = FeatureExtractor.of(network.frontEnd)) {
            for (int step = 0; step < steps; step++) {
                StringBuilder word = new StringBuilder();
                for (int i = 0; i < 3 + random.nextInt(4); i++) {
                    word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
                }
                network.learn(extractor.extract(say(word.toString(), random).sound()), labels(word), 0.3);
            }
        }
        return network;
    }

    private static int[] labels(CharSequence word) {
        return word.chars().map(letter -> 1 + LETTERS.indexOf(letter)).toArray();
    }

    /** A step down the gradient of the CTC loss: softmax less what the forward-backward algorithm expects of each frame. */
    private void learn(Features features, int[] labels, double rate) {
        double[][] probabilities = new double[features.frames()][];
        for (int t = 0; t < probabilities.length; t++) {
            probabilities[t] = probabilities(features, t);
        }
        double[][] expected = expected(probabilities, labels);
        for (int t = 0; t < probabilities.length; t++) {
            for (int output = 0; output < OUTPUTS; output++) {
                double error = (expected[t][output] - probabilities[t][output]) * rate / probabilities.length;
                for (int channel = 0; channel < frontEnd.channels(); channel++) {
                    weights[output][channel] += error * scaled(features.value(t, channel));
                }
                weights[output][frontEnd.channels()] += error;
            }
        }
    }

    private static double scaled(double nepers) {
        return nepers / 5 + 1;
    }

    private double[] probabilities(Features features, int t) {
        double[] exponentials = new double[OUTPUTS];
        double sum = 0;
        for (int output = 0; output < OUTPUTS; output++) {
            double logit = weights[output][frontEnd.channels()];
            for (int channel = 0; channel < frontEnd.channels(); channel++) {
                logit += weights[output][channel] * scaled(features.value(t, channel));
            }
            exponentials[output] = Math.exp(logit);
            sum += exponentials[output];
        }
        for (int output = 0; output < OUTPUTS; output++) {
            exponentials[output] /= sum;
        }
        return exponentials;
    }

    /** Graves et al. 2006, with each frame's forward and backward values normalised. */
    private static double[][] expected(double[][] probabilities, int[] labels) {
        int frames = probabilities.length;
        int states = 2 * labels.length + 1;
        double[][] forward = new double[frames][states];
        double[][] backward = new double[frames][states];
        for (int t = 0; t < frames; t++) {
            for (int s = 0; s < states; s++) {
                double before = t == 0 ? (s <= 1 ? 1 : 0) : reached(forward[t - 1], labels, s, -1);
                forward[t][s] = before * probabilities[t][label(labels, s)];
            }
            normalize(forward[t]);
        }
        for (int t = frames - 1; t >= 0; t--) {
            for (int s = 0; s < states; s++) {
                if (t == frames - 1) {
                    backward[t][s] = s >= states - 2 ? 1 : 0;
                } else {
                    double[] weighted = backward[t + 1].clone();
                    for (int next = s; next < Math.min(states, s + 3); next++) {
                        weighted[next] *= probabilities[t + 1][label(labels, next)];
                    }
                    backward[t][s] = reached(weighted, labels, s, 1);
                }
            }
            normalize(backward[t]);
        }
        double[][] expected = new double[frames][OUTPUTS];
        for (int t = 0; t < frames; t++) {
            for (int s = 0; s < states; s++) {
                expected[t][label(labels, s)] += forward[t][s] * backward[t][s];
            }
            normalize(expected[t]);
        }
        return expected;
    }

    private static double reached(double[] other, int[] labels, int s, int direction) {
        double sum = other[s];
        for (int distance = 1; distance <= 2; distance++) {
            int from = s + direction * distance;
            boolean leap = distance == 2
                    && (label(labels, s) == 0
                            || from < 0
                            || from >= other.length
                            || label(labels, s) == label(labels, from));
            if (from >= 0 && from < other.length && !leap) {
                sum += other[from];
            }
        }
        return sum;
    }

    private static int label(int[] labels, int state) {
        return state % 2 == 0 ? 0 : labels[state / 2];
    }

    private static void normalize(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        for (int i = 0; sum > 0 && i < values.length; i++) {
            values[i] /= sum;
        }
    }

    /** The network from sound to logits, shape [1, frames, outputs], as ONNX. */
    byte[] toOnnx() {
        GraphBuilder graph = new GraphBuilder();
        String audio = graph.input("audio", "batch", "samples");
        int channels = frontEnd.channels();
        float[] matrix = new float[channels * OUTPUTS];
        float[] bias = new float[OUTPUTS];
        for (int output = 0; output < OUTPUTS; output++) {
            bias[output] = (float) weights[output][channels];
            for (int channel = 0; channel < channels; channel++) {
                matrix[channel * OUTPUTS + output] = (float) (weights[output][channel] / 5);
                bias[output] += (float) weights[output][channel];
            }
        }
        String product = graph.node(
                "MatMul",
                List.of(frontEnd.appendTo(graph, audio), graph.constant("weights", matrix, channels, OUTPUTS)));
        String logits = graph.node("Add", List.of(product, graph.constant("bias", bias, OUTPUTS)));
        graph.output(logits, "logits", "batch", "frames", Integer.toString(OUTPUTS));
        return graph.toModel(Collections.emptySortedMap());
    }

    /** What lies beside it. */
    static String json() {
        return """
                {"labels": ["<pad>", "A", "B", "C", "D", "|"], "blank": "<pad>", "sample_rate_hz": 16000, "stride_samples": 160}
                """;
    }
}
