package dev.hearken.cli.worker;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.inference.Classifier;
import dev.hearken.core.inference.Prediction;
import dev.hearken.core.model.ModelFile;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.dataset.Recording;
import dev.hearken.store.monitoring.Reference;
import dev.hearken.store.monitoring.Reference.Heard;
import dev.hearken.store.monitoring.SoundFigures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a version is later compared with, to tell drift: what the recordings it was made of are like, as they came, and what it answers to
 * those it is judged by, which it has not learned from.
 */
final class TrainingReference {
    /** The distribution of so many is that of all, and reading them takes seconds. */
    private static final int MOST_CLIPS = 2_000;

    private TrainingReference() {}

    static Reference of(ModelFile model, List<Recording> recordings, List<LoadedClip> judgedBy, Instant madeAt) {
        AudioReader reader = AudioReader.standard();
        List<Heard> heard = spread(recordings).stream()
                .flatMap(recording -> reader.read(recording.file()) instanceof Decoded decoded
                        ? Stream.of(heard(decoded.waveform()))
                        : Stream.empty())
                .toList();
        Map<String, Long> labels = new TreeMap<>();
        List<Prediction> answers = answers(model, spread(judgedBy));
        answers.forEach(answer -> labels.merge(answer.label().name(), 1L, Long::sum));
        List<Double> confidences =
                answers.stream().map(answer -> (double) answer.probability()).toList();
        return Reference.ofTraining(heard, confidences, labels, madeAt);
    }

    private static Heard heard(Waveform waveform) {
        return new Heard(SoundFigures.of(waveform), waveform.durationSeconds());
    }

    private static List<Prediction> answers(ModelFile model, List<LoadedClip> clips) {
        try (Classifier classifier = Classifier.open(model)) {
            return classifier.classifyAll(
                    clips.stream().map(LoadedClip::waveform).toList());
        }
    }

    /** So many at most, from all over the list. */
    private static <T> List<T> spread(List<T> all) {
        int step = (all.size() + MOST_CLIPS - 1) / MOST_CLIPS;
        return IntStream.range(0, all.size())
                .filter(i -> i % Math.max(1, step) == 0)
                .mapToObj(all::get)
                .toList();
    }
}
