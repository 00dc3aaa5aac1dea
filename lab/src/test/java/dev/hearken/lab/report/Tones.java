package dev.hearken.lab.report;

import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import dev.hearken.core.evaluation.ScoredClip;
import dev.hearken.core.task.LabelSet;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.ClipLoader;
import dev.hearken.lab.dataset.LoadedClip;
import dev.hearken.lab.dataset.LoadedClips;
import dev.hearken.lab.recipes.ModelScoring;
import dev.hearken.lab.recipes.Recipe;
import dev.hearken.lab.recipes.Settings;
import dev.hearken.lab.training.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Two labels of tones by four "speakers", and a model that takes one of the twelve high tones for a low one. */
final class Tones {
    /** A label a page must not take at its word. */
    static final String LOW = "<script>alert(1)<b>";

    static final String HIGH = "high & \"clear\"";

    static final LabelSet LABELS = LabelSet.of(LOW, HIGH);

    private static final int RATE_HZ = 8_000;
    private static final int TAKES = 3;

    private Tones() {}

    /** A tone of 0.4 seconds and more, with a little noise. */
    static Waveform tone(double hz, double seconds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] samples = new float[(int) (seconds * RATE_HZ)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / RATE_HZ) + 0.01 * random.nextDouble(-1, 1));
        }
        return Waveform.of(samples, RATE_HZ);
    }

    /** Files of both labels: {@code label/speaker/take.wav}. */
    static ClipFolder writeTo(Path folder) throws IOException {
        for (String label : LABELS.names()) {
            for (String speaker : List.of("ann", "ben", "cleo", "dan")) {
                Path files = Files.createDirectories(folder.resolve(label).resolve(speaker));
                for (int take = 0; take < TAKES; take++) {
                    double hz = (label.equals(LOW) ? 110 : 220) + 7 * speaker.length();
                    WavWriter.write(
                            tone(hz, 0.5 + 0.1 * take, (label + speaker + take).hashCode()),
                            files.resolve(take + ".wav"));
                }
            }
        }
        return ClipFolder.read(folder);
    }

    /** A report on these files. */
    static Report report(ClipFolder folder) {
        LoadedClips loaded = ClipLoader.at(RATE_HZ).load(folder.clips());
        List<ScoredClip> scored = new ArrayList<>();
        for (LoadedClip clip : loaded.clips()) {
            int truth = LABELS.indexOf(clip.clip().label());
            boolean mistaken = truth == 1 && scored.stream().noneMatch(other -> other.truth() == 1);
            float right = mistaken ? 0.05f : 0.9f;
            scored.add(ScoredClip.ofProbabilities(
                    clip.clip().file().toString(),
                    clip.clip().group(),
                    truth,
                    truth == 0 ? new float[] {right, 1 - right} : new float[] {1 - right, right}));
        }
        Recipe recipe = Recipe.named("custom");
        return new Report(
                ModelCard.of(recipe, Settings.of(recipe, List.of())),
                ReportedData.of(folder, loaded, 1),
                List.of(new Course("model", List.of(epoch(1, 0.7), epoch(2, 0.4)))),
                Optional.of(Measured.of(
                        "hold-out", LABELS, new ModelScoring(loaded.clips(), scored, List.of(), List.of()))),
                Optional.of(new Cost(44_000, 1, 30, 0.5, 0.75)));
    }

    static Progress epoch(int epoch, double loss) {
        return new Progress(epoch, 2, loss, loss, 0.5, 1e-3, Duration.ZERO);
    }
}
