package dev.hearken.lab.recipes;

import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** A made folder in Speech Commands' layout: words are tones, each speaker's a little higher than the last one's. */
final class SpokenWords {
    static final List<String> SPEAKERS =
            List.of("0a7c2a8d", "0b40aa8e", "1b42b551", "2c7d7e50", "3b4f8f24", "4c6944d6", "5e3dde6b", "6f2f57c1");

    private static final int RATE_HZ = 16_000;

    private SpokenWords() {}

    /** One second of each word by each speaker. */
    static void write(Path root, String... words) throws IOException {
        for (int word = 0; word < words.length; word++) {
            Path folder = Files.createDirectories(root.resolve(words[word]));
            for (int speaker = 0; speaker < SPEAKERS.size(); speaker++) {
                double hz = 300 * (word + 1) + 11 * speaker;
                WavWriter.write(tone(hz, 1), folder.resolve(SPEAKERS.get(speaker) + "_nohash_0.wav"));
            }
        }
    }

    /** The lists of the data set's own split: the last speaker is tested, the one before validated on. */
    static void writeLists(Path root, String... words) throws IOException {
        writeList(root.resolve("testing_list.txt"), SPEAKERS.size() - 1, words);
        writeList(root.resolve("validation_list.txt"), SPEAKERS.size() - 2, words);
    }

    private static void writeList(Path file, int speaker, String... words) throws IOException {
        List<String> lines = List.of(words).stream()
                .map(word -> word + "/" + SPEAKERS.get(speaker) + "_nohash_0.wav")
                .toList();
        Files.write(file, lines);
    }

    /** So many recordings of noise, ten seconds each. */
    static void writeNoises(Path root, int recordings) throws IOException {
        Path folder = Files.createDirectories(root.resolve("_background_noise_"));
        for (int i = 0; i < recordings; i++) {
            WavWriter.write(noise(10, i), folder.resolve("noise" + i + ".wav"));
        }
    }

    private static Waveform tone(double hz, double seconds) {
        float[] samples = new float[(int) (seconds * RATE_HZ)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / RATE_HZ));
        }
        return Waveform.of(samples, RATE_HZ);
    }

    private static Waveform noise(double seconds, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] samples = new float[(int) (seconds * RATE_HZ)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.1 * random.nextDouble(-1, 1));
        }
        return Waveform.of(samples, RATE_HZ);
    }
}
