package dev.hearken.lab.synthesis;

import dev.hearken.core.inference.Classifier;
import dev.hearken.core.inference.Prediction;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import dev.hearken.store.registry.Alias;
import dev.hearken.store.registry.Registry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints how fast the neural voices of a home are and whether the starter models know what they say: run its main with the home and
 * how many voices of each kind to hear.
 */
final class NeuralThroughput {
    private static final List<String> DIGITS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private static final List<String> KEYWORDS =
            List.of("yes", "no", "up", "down", "left", "right", "on", "off", "stop", "go");

    private NeuralThroughput() {}

    public static void main(String[] arguments) {
        Home home = Home.open(Path.of(arguments[0]));
        int voices = Integer.parseInt(arguments[1]);
        try (Database database = Database.open(home)) {
            Registry registry = Registry.open(home, database, Clock.systemUTC());
            try (Classifier digits = classifier(registry, "digits");
                    Classifier keywords = classifier(registry, "keywords")) {
                Map<String, List<Voice>> kinds = new TreeMap<>();
                for (Voice voice : Voices.installed(home).all()) {
                    kinds.computeIfAbsent(kind(voice), kind -> new ArrayList<>())
                            .add(voice);
                }
                kinds.forEach((kind, all) -> {
                    int step = Math.max(1, all.size() / voices);
                    List<Voice> some = new ArrayList<>();
                    for (int i = 0; i < all.size(); i += step) {
                        some.add(all.get(i));
                    }
                    measure(kind + " (" + all.size() + " voices)", some, digits, keywords);
                });
            }
        }
    }

    private static Classifier classifier(Registry registry, String project) {
        return Classifier.open(
                registry.load(registry.version(project, Alias.LIVE).orElseThrow()));
    }

    private static String kind(Voice voice) {
        String kind = voice.engine();
        if (kind.equals(Kokoro.ENGINE)) {
            kind += voice.id().contains("@") ? ", accented" : ", native";
            kind += voice.id().contains("+") ? ", blended" : "";
        }
        return kind;
    }

    private static void measure(String kind, List<Voice> voices, Classifier digits, Classifier keywords) {
        int[] heard = new int[4];
        double audio = 0;
        List<Double> durations = new ArrayList<>();
        long start = System.nanoTime();
        long cpu =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
        for (Voice voice : voices) {
            audio += hear(voice, DIGITS, digits, heard, 0, durations);
            audio += hear(voice, KEYWORDS, keywords, heard, 2, durations);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds =
                (ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() - cpu) / 1e9;
        durations.sort(null);
        System.out.printf(
                "%s: digits %d/%d, keywords %d/%d; %.2f s a clip, %.2f CPU s a clip, real-time factor %.2f; trimmed %.2f-%.2f s%n",
                kind,
                heard[0],
                heard[1],
                heard[2],
                heard[3],
                seconds / durations.size(),
                cpuSeconds / durations.size(),
                seconds / audio,
                durations.get(0),
                durations.get(durations.size() - 1));
    }

    /** The seconds of sound, all of it; counts what was recognised, and of how many. */
    private static double hear(
            Voice voice, List<String> words, Classifier classifier, int[] heard, int at, List<Double> durations) {
        double seconds = 0;
        List<Speech> speeches = voice.speakAll(words.stream().map(Utterance::of).toList());
        for (int i = 0; i < words.size(); i++) {
            if (!(speeches.get(i) instanceof Spoken spoken)) {
                System.out.println(voice.id() + " " + words.get(i) + ": " + speeches.get(i));
                continue;
            }
            seconds += spoken.waveform().durationSeconds();
            var trimmed = SilenceTrim.STANDARD.trim(spoken.waveform());
            durations.add(trimmed.durationSeconds());
            Prediction prediction = classifier.classify(trimmed);
            String wanted = at == 0 ? Integer.toString(i) : words.get(i);
            heard[at + 1]++;
            if (prediction.label().name().equals(wanted)) {
                heard[at]++;
            }
        }
        return seconds;
    }
}
