package dev.hearken.lab.synthesis;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.task.Label;
import dev.hearken.store.catalogue.Catalogue;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints how long 1,000 clips of a word take, first spoken and then from the catalogue: run its main. */
final class StudioThroughput {
    private StudioThroughput() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Home home = Home.open(arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("hearken-home"));
        Voices voices = Voices.installed(home);
        System.out.printf(
                "%d voices, %d speakers of %s found in %.1f s; %s%n",
                voices.all().size(), voices.distinctSpeakers(), voices.engines(), since(start), voices.advice());
        String word = arguments.length > 1 ? arguments[1] : "seven";
        SpeechPlan plan =
                SpeechPlan.draw(Map.of(new Label(word), List.of(word)), 1000, voices.all(), SpeakingRange.STANDARD, 1);
        for (String run : List.of("spoken", "reused")) {
            start = System.nanoTime();
            SpeechSession session = spoken(home, plan);
            System.out.printf(
                    "%s: %d clips in %.1f s, %s, skips %s%n",
                    run, session.clips().size(), since(start), session.reused(), session.skipCounts());
            describe(session);
        }
    }

    private static SpeechSession spoken(Home home, SpeechPlan plan) throws InterruptedException {
        try (Database database = Database.open(home)) {
            return new SpeechStudio(Catalogue.of(home, database), 2).record(plan, SilenceTrim.STANDARD::trim);
        }
    }

    private static double since(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private static void describe(SpeechSession session) {
        Map<String, List<LabelledSpeech>> byEngine = new TreeMap<>();
        session.clips()
                .forEach(clip -> byEngine.computeIfAbsent(clip.voice().engine(), engine -> new ArrayList<>())
                        .add(clip));
        byEngine.forEach((engine, clips) -> {
            double[] seconds = clips.stream()
                    .mapToDouble(clip -> clip.waveform().durationSeconds())
                    .sorted()
                    .toArray();
            double[] peaks = clips.stream()
                    .mapToDouble(clip -> peak(clip.waveform()))
                    .sorted()
                    .toArray();
            System.out.printf(
                    "  %-10s %4d clips, %.2f-%.2f s (median %.2f), peak %.2f-%.2f, %d with a peak over 0.99%n",
                    engine,
                    clips.size(),
                    seconds[0],
                    seconds[seconds.length - 1],
                    seconds[seconds.length / 2],
                    peaks[0],
                    peaks[peaks.length - 1],
                    Arrays.stream(peaks).filter(peak -> peak > 0.99).count());
        });
        session.clips().stream()
                .filter(clip -> clip.waveform().durationSeconds() < 0.2
                        || clip.waveform().durationSeconds() > 1.2)
                .limit(40)
                .forEach(clip ->
                        System.out.printf("  odd: %s %s %s%n", clip.voice().id(), clip.utterance(), clip.waveform()));
    }

    private static double peak(Waveform clip) {
        double peak = 0;
        for (int i = 0; i < clip.length(); i++) {
            peak = Math.max(peak, Math.abs(clip.sample(i)));
        }
        return peak;
    }
}
