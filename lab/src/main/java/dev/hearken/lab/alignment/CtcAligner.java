package dev.hearken.lab.alignment;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Resampler;
import dev.hearken.core.audio.Waveform;
import dev.hearken.lab.alignment.Alignment.Aligned;
import dev.hearken.lab.alignment.Alignment.NotAligned;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Aligns with any CTC network in an ONNX file that takes sound, shape [1, samples], and gives logits or log-probabilities of letters, shape
 * [1, frames, labels]; see {@link CtcLabels}. What it says before and behind the transcript costs nothing. Holds native memory until closed.
 */
public final class CtcAligner implements Aligner {
    private final OrtSession session;
    private final CtcLabels labels;

    private CtcAligner(OrtSession session, CtcLabels labels) {
        this.session = session;
        this.labels = labels;
    }

    /**
     * Opens a network and what lies beside it.
     *
     * @throws HearkenException with code {@code CTC_MODEL_NOT_FOUND}, {@code CTC_MODEL_UNREADABLE}, {@code CTC_LABELS_MISSING} or
     *     {@code CTC_LABELS_MALFORMED}
     */
    public static CtcAligner open(Path model) {
        if (!Files.isRegularFile(model)) {
            throw HearkenException.user("CTC_MODEL_NOT_FOUND", "there is no file " + model);
        }
        CtcLabels labels = CtcLabels.beside(model);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            return new CtcAligner(OrtEnvironment.getEnvironment().createSession(model.toString(), options), labels);
        } catch (OrtException failure) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "CTC_MODEL_UNREADABLE",
                    model + " is no network ONNX Runtime accepts: " + failure.getMessage(),
                    failure);
        }
    }

    @Override
    public Alignment align(Waveform speech, List<String> words) {
        Spelling spelling = Spelling.of(words, labels);
        if (spelling.isEmpty()) {
            return new NotAligned("the network has no label for any letter of the transcript");
        }
        double[][] logProbabilities = logProbabilities(Resampler.resample(speech, labels.sampleRateHz()));
        Optional<CtcPath> path = CtcPath.through(logProbabilities, spelling.labels(), labels.blank(), true);
        return path.<Alignment>map(found -> new Aligned(spelling.times(found, secondsPerFrame())))
                .orElseGet(
                        () -> new NotAligned("the recording is too short for its transcript: %d frames for %d letters"
                                .formatted(logProbabilities.length, spelling.labels().length)));
    }

    private double secondsPerFrame() {
        return (double) labels.strideSamples() / labels.sampleRateHz();
    }

    private double[][] logProbabilities(Waveform speech) {
        float[] samples = speech.toArray();
        if (labels.normalized()) {
            normalize(samples);
        }
        String input = session.getInputNames().iterator().next();
        try (OnnxTensor audio = OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(), FloatBuffer.wrap(samples), new long[] {1, samples.length});
                OrtSession.Result result = session.run(Map.of(input, audio))) {
            return logSoftmax(((float[][][]) result.get(0).getValue())[0]);
        } catch (OrtException | ClassCastException failure) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "CTC_MODEL_UNREADABLE",
                    "the network does not answer sound of shape [1, samples] with [1, frames, labels]: "
                            + failure.getMessage(),
                    failure);
        }
    }

    private static void normalize(float[] samples) {
        double mean = 0;
        double square = 0;
        for (float sample : samples) {
            mean += sample / (double) samples.length;
            square += sample * (double) sample / samples.length;
        }
        double deviation = Math.sqrt(Math.max(square - mean * mean, 1e-7));
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) ((samples[i] - mean) / deviation);
        }
    }

    /** Leaves log-probabilities as they are. */
    private static double[][] logSoftmax(float[][] logits) {
        double[][] logProbabilities = new double[logits.length][];
        for (int t = 0; t < logits.length; t++) {
            double most = Double.NEGATIVE_INFINITY;
            for (float logit : logits[t]) {
                most = Math.max(most, logit);
            }
            double sum = 0;
            for (float logit : logits[t]) {
                sum += Math.exp(logit - most);
            }
            logProbabilities[t] = new double[logits[t].length];
            for (int label = 0; label < logits[t].length; label++) {
                logProbabilities[t][label] = logits[t][label] - most - Math.log(sum);
            }
        }
        return logProbabilities;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failure) {
            throw new IllegalStateException("ONNX Runtime failed to close a session", failure);
        }
    }

    /** Words as a network spells them; letters it has no label for are left out. */
    private static final class Spelling {
        private final List<Integer> spelt = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final List<int[]> places = new ArrayList<>();

        static Spelling of(List<String> words, CtcLabels labels) {
            Spelling spelling = new Spelling();
            int separator = labels.separator().isEmpty() ? -1 : labels.names().indexOf(labels.separator());
            for (String word : words) {
                int from = spelling.spelt.size() + (separator >= 0 && !spelling.spelt.isEmpty() ? 1 : 0);
                List<Integer> letters = word.codePoints()
                        .mapToObj(letter -> labels.indexOf(Character.toString(letter)))
                        .filter(index -> index >= 0 && index != labels.blank())
                        .toList();
                if (letters.isEmpty()) {
                    continue;
                }
                if (from > spelling.spelt.size()) {
                    spelling.spelt.add(separator);
                }
                spelling.spelt.addAll(letters);
                spelling.words.add(word);
                spelling.places.add(new int[] {from, spelling.spelt.size() - 1});
            }
            return spelling;
        }

        boolean isEmpty() {
            return words.isEmpty();
        }

        int[] labels() {
            return spelt.stream().mapToInt(Integer::intValue).toArray();
        }

        List<WordTime> times(CtcPath path, double secondsPerFrame) {
            List<WordTime> times = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                CtcPath.Segment first = path.segments().get(places.get(i)[0]);
                CtcPath.Segment last = path.segments().get(places.get(i)[1]);
                times.add(new WordTime(words.get(i), first.start() * secondsPerFrame, last.end() * secondsPerFrame));
            }
            return times;
        }
    }
}
