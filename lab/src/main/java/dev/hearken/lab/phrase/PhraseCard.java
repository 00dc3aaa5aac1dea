package dev.hearken.lab.phrase;

import dev.hearken.core.evaluation.AlarmRate;
import dev.hearken.core.evaluation.DetectionPoint;
import dev.hearken.core.evaluation.Interval;
import dev.hearken.core.evaluation.Proportion;
import dev.hearken.core.model.Licence;
import dev.hearken.core.model.ModelMetadata;
import dev.hearken.core.model.OperatingPoint;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The model card of a detector in Markdown: what it is for, what it costs, how to use it, whose work is in it. */
public final class PhraseCard {
    private PhraseCard() {}

    /**
     * The card.
     *
     * @param fileName of the model, without its folder
     */
    public static String of(TrainedPhrase trained, String fileName) {
        ModelMetadata metadata = trained.model().metadata();
        Judgement judgement = trained.judgement();
        OperatingPoint used = metadata.operatingPoints().get(0);
        DetectionPoint clean = judgement.wanted();
        DetectionPoint noisy = judgement.wantedInNoise();
        Optional<Proportion> nearMisses = judgement.wantedNearMisses();
        String phrase = used.label();
        return """
                # Detector of "%s"

                Says, each 80 ms, how much what was just heard sounds like "%s". For waking a device, starting a command, marking a recording.
                Not for finding out who speaks, nor where being heard or missed could hurt someone.

                ## What it costs

                At threshold %.4f, as told by voices and natural recordings that the judging part of the network had not learned from:

                | | measured | 95 %% interval |
                |---|---|---|
                | missed, in silence | %s | %s |
                | missed, in noise at 10 dB | %s | %s |
                | sound-alikes that fire (near-misses) | %s | %s |
                | false alarms an hour of natural speech | %s | %s |

                The voices are synthetic: people are missed more or less often than they are. Measure with recordings of your own:
                `hearken evaluate %s --positives DIR --negatives DIR`.

                ## How to use it

                `hearken detect %s recording.wav`, or with plain ONNX Runtime:

                ```python
                import numpy as np, onnxruntime, soundfile
                audio, rate = soundfile.read("recording.wav", dtype="float32")  # mono, %d Hz, at least %d samples
                model = onnxruntime.InferenceSession("%s")
                scores = model.run(["frame_probabilities"], {"audio": audio[None]})[0][0, :, 0]
                smoothed = np.convolve(scores, np.ones(3) / 3, "valid")         # one each 80 ms
                print("heard" if smoothed.max() >= %.4f else "not heard")
                ```

                ## Made from

                %d clips by synthetic voices, data %s, seed %d, %s.

                %s
                """.formatted(
                        phrase,
                        phrase,
                        used.threshold(),
                        share(clean.missed()),
                        clean.missed().wilson().toPercent(),
                        share(noisy.missed()),
                        noisy.missed().wilson().toPercent(),
                        nearMisses.map(PhraseCard::share).orElse("not measured"),
                        nearMisses.map(fired -> fired.wilson().toPercent()).orElse(""),
                        clean.alarms(),
                        interval(clean.alarms()),
                        fileName,
                        fileName,
                        metadata.sampleRateHz(),
                        metadata.windowSamples(),
                        fileName,
                        used.threshold(),
                        metadata.provenance().clips(),
                        metadata.provenance().datasetDigest(),
                        metadata.provenance().seed(),
                        metadata.provenance().createdAt(),
                        metadata.licences().stream().map(PhraseCard::line).collect(Collectors.joining("\n")));
    }

    private static String line(Licence licence) {
        return "- %s: %s, %s".formatted(licence.work(), licence.licence(), licence.attribution());
    }

    private static String share(Proportion share) {
        return String.format(Locale.ROOT, "%.1f %% (%d/%d)", 100 * share.value(), share.successes(), share.trials());
    }

    private static String interval(AlarmRate alarms) {
        Interval poisson = alarms.poisson();
        return String.format(Locale.ROOT, "%.2f-%.2f", poisson.low(), poisson.high());
    }
}
