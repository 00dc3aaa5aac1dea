package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Decoding;
import dev.hearken.core.audio.Rejected;
import dev.hearken.core.audio.Resampler;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.evaluation.DetectionReport;
import dev.hearken.core.evaluation.DetectionScores;
import dev.hearken.core.evaluation.DetectorTrial;
import dev.hearken.core.evaluation.EventScores;
import dev.hearken.core.evaluation.NoiseBed;
import dev.hearken.core.evaluation.WakeWordMix;
import dev.hearken.core.model.ModelFile;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.streaming.DetectorPool;
import dev.hearken.core.task.Label;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code hearken evaluate MODEL --positives … --negatives …} and {@code bench wake-word}: plays recordings to a detector and counts. */
final class DetectorEvaluation {
    /** False alarms an hour at which a detector is judged. */
    private static final List<Double> WANTED = List.of(0.1, 0.5, 1.0, 2.0);

    private static final int TOLD_EACH = 50;
    private static final double SECONDS_PER_HOUR = 3600;

    private final CommandSpec spec;
    private final TrialOptions options;
    private final List<Rejection> skipped = new ArrayList<>();

    DetectorEvaluation(CommandSpec spec, TrialOptions options) {
        this.spec = spec;
        this.options = options;
    }

    /** A recording that could not be read. */
    private record Rejection(Recording recording, Rejected why) {}

    /** What was made of a recording, or why nothing was. */
    private record Played<T>(Optional<T> result, Optional<Rejection> rejection) {}

    void run(ModelFile model, List<String> positives, List<String> negatives) {
        options.check(spec);
        List<Recording> events = named(positives);
        List<Recording> streams = named(negatives);
        try (DetectorPool pool = DetectorPool.open(model);
                Workers workers = new Workers(options.threads)) {
            ModelMetadata metadata = model.metadata();
            Label label = options.label(metadata, spec);
            DetectorTrial trial = new DetectorTrial(pool, label, noise(metadata.sampleRateHz()));
            DetectionScores scores = new DetectionScores(metadata.detectionRule(), metadata.hopSamples());
            List<EventScores> heard = new ArrayList<>();
            play(workers, "positives", events, (clip, index) -> trial.event(clip, options.seed + index), event -> {
                heard.add(event);
                scores.addPositive(event.probabilities());
            });
            play(workers, "negatives", streams, (sound, index) -> heard(trial, sound), stream -> stream.accept(scores));
            requireBoth(scores);
            tell(DetectionReport.of(
                    label, scores, heard, metadata.detectionRule(), metadata.operatingPoints(), WANTED));
        }
    }

    /** The protocol of the public wake-word benchmark: each positive ends a piece of background, all of them so many hours. */
    void runMixed(ModelFile model, List<String> positives, List<String> background, double hours) {
        options.check(spec);
        List<Recording> keywords = shuffled(named(positives));
        ModelMetadata metadata = model.metadata();
        int rate = metadata.sampleRateHz();
        try (DetectorPool pool = DetectorPool.open(model);
                Workers workers = new Workers(options.threads)) {
            Label label = options.label(metadata, spec);
            List<Waveform> utterances = new ArrayList<>();
            play(
                    workers,
                    "background",
                    named(background),
                    (sound, index) -> Resampler.resample(sound, rate),
                    utterances::add);
            if (utterances.isEmpty()) {
                throw HearkenException.user("NO_BACKGROUND", "none of the recordings of background could be read");
            }
            WakeWordMix mix = new WakeWordMix(utterances, noise(rate), rate);
            // Noise is in the mix, so none is put under events a second time.
            DetectorTrial trial = new DetectorTrial(pool, label, Optional.empty());
            DetectionScores scores = new DetectionScores(metadata.detectionRule(), metadata.hopSamples());
            List<EventScores> heard = new ArrayList<>();
            int gap = gapSamples(hours / keywords.size(), rate);
            play(
                    workers,
                    "keywords",
                    keywords,
                    (clip, index) -> trial.piece(mix.piece(Resampler.resample(clip, rate), gap, options.seed + index)),
                    piece -> {
                        heard.add(piece.event());
                        piece.addTo(scores);
                    });
            requireBoth(scores);
            tell(DetectionReport.of(
                    label, scores, heard, metadata.detectionRule(), metadata.operatingPoints(), WANTED));
        }
    }

    private static int gapSamples(double hours, int rate) {
        if (hours > 1) {
            throw HearkenException.user(
                    "TOO_FEW_POSITIVES",
                    "more than an hour of background to a positive; give more of them, or fewer hours");
        }
        return (int) (hours * SECONDS_PER_HOUR * rate);
    }

    private List<Recording> shuffled(List<Recording> recordings) {
        List<Recording> shuffled = new ArrayList<>(recordings);
        Collections.shuffle(shuffled, new Random(options.seed));
        return shuffled;
    }

    private static Consumer<DetectionScores> heard(DetectorTrial trial, Waveform stream) {
        float[] probabilities = trial.probabilities(stream);
        return scores -> scores.addNegative(probabilities, stream.durationSeconds());
    }

    private Optional<NoiseBed> noise(int sampleRateHz) {
        List<Waveform> noises = new ArrayList<>();
        for (Recording recording : named(options.noise)) {
            Played<Waveform> played = read(recording, 0, (sound, index) -> sound);
            played.result().ifPresent(noises::add);
            played.rejection().ifPresent(skipped::add);
        }
        if (noises.isEmpty() && !options.noise.isEmpty()) {
            throw HearkenException.user("NO_NOISE", "none of the recordings of noise could be read");
        }
        return noises.isEmpty() ? Optional.empty() : Optional.of(new NoiseBed(noises, sampleRateHz, options.snrDb));
    }

    private <T> void play(
            Workers workers,
            String what,
            List<Recording> recordings,
            BiFunction<Waveform, Integer, T> listen,
            Consumer<T> take) {
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        int[] done = {0};
        workers.<Played<T>>inOrder(recordings.size(), index -> read(recordings.get(index), index, listen), played -> {
            played.result().ifPresent(take);
            played.rejection().ifPresent(skipped::add);
            if (++done[0] % TOLD_EACH == 0 || done[0] == recordings.size()) {
                progress.show("%s: %d of %d".formatted(what, done[0], recordings.size()));
            }
        });
        progress.end();
    }

    private static <T> Played<T> read(Recording recording, int index, BiFunction<Waveform, Integer, T> listen) {
        Decoding decoding = recording.read(SoundBlocks.READER);
        if (decoding instanceof Decoded decoded) {
            return new Played<>(Optional.of(listen.apply(decoded.waveform(), index)), Optional.empty());
        }
        return new Played<>(Optional.empty(), Optional.of(new Rejection(recording, (Rejected) decoding)));
    }

    private static List<Recording> named(List<String> arguments) {
        return arguments.stream()
                .flatMap(name -> Recording.named(name).stream())
                .toList();
    }

    private void requireBoth(DetectionScores scores) {
        if (scores.events() == 0 || scores.hours() == 0) {
            throw HearkenException.user(
                    "NO_EVENTS",
                    "%d positives and %.2f h of negatives could be read; some of both are needed"
                            .formatted(scores.events(), scores.hours()));
        }
    }

    private void tell(DetectionReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (!Json.isWanted(spec.commandLine())) {
            out.println(report.toText());
            skipped.forEach(one -> spec.commandLine()
                    .getErr()
                    .println("skipped %s: %s [%s]"
                            .formatted(
                                    one.recording().name(),
                                    one.why().detail(),
                                    one.why().reason())));
            return;
        }
        ObjectNode json = report.toJson();
        if (!options.noise.isEmpty()) {
            json.put("snr_db", options.snrDb);
        }
        ArrayNode list = json.putArray("skipped");
        skipped.forEach(one -> list.addObject()
                .put("file", one.recording().name())
                .put("code", one.why().reason().name())
                .put("title", one.why().detail()));
        out.println(Json.of(json));
    }
}
