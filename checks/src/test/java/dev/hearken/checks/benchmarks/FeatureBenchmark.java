package dev.hearken.checks.benchmarks;

import dev.hearken.core.audio.Waveform;
import dev.hearken.core.features.FeatureExtractor;
import dev.hearken.core.features.LogMel;
import dev.hearken.core.features.LogScale;
import dev.hearken.core.features.MelBank;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How many one-second clips a second {@link LogMel} makes features of, and how many librosa does: the same clips and settings, one clip
 * at a time, one thread, on the same machine in the same run.
 *
 * <p>Rounds of both take turns, so that other load on the machine meets both alike; the median round counts.
 *
 * <p>Usage: {@code FeatureBenchmark [FOLDER]}, where FOLDER keeps a Python environment with librosa from run to run (default: {@code
 * target/librosa}). Without Python only this side is measured.
 */
public final class FeatureBenchmark {
    private static final int RATE_HZ = 16000;
    private static final int CLIPS = 100;
    private static final int ROUNDS = 15;
    private static final int[] BANDS = {40, 80};

    private final PrintStream out;
    private final List<Waveform> clips;

    private FeatureBenchmark(PrintStream out) {
        this.out = out;
        this.clips = clips();
    }

    /** Runs the benchmark and prints a table. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/librosa");
        new FeatureBenchmark(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run(folder);
    }

    private void run(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path audio = folder.resolve("clips.f32");
        Files.write(audio, bytes(clips));
        try (Librosa librosa = Librosa.in(folder)) {
            out.printf(
                    "%d clips of 1 s at %d Hz, one at a time, one thread; median of %d rounds; %s%n",
                    CLIPS, RATE_HZ, ROUNDS, librosa.version());
            for (int bands : BANDS) {
                compare(librosa, audio, bands);
            }
        } catch (LibrosaMissing missing) {
            out.println("librosa is not there (" + missing.getMessage() + "); Hearken alone:");
            for (int bands : BANDS) {
                try (FeatureExtractor extractor = FeatureExtractor.of(logMel(bands))) {
                    round(extractor);
                    out.printf("log-mel %d bands: %.0f clips/s%n", bands, median(rounds(extractor)));
                }
            }
        }
    }

    private void compare(Librosa librosa, Path audio, int bands) throws IOException {
        LogMel logMel = logMel(bands);
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        double[] theirsFilterKept = new double[ROUNDS];
        try (FeatureExtractor extractor = FeatureExtractor.of(logMel)) {
            librosa.prepare(logMel, audio);
            // Enough for the compiler of the JVM to be done.
            rounds(extractor);
            for (int i = 0; i < ROUNDS; i++) {
                ours[i] = round(extractor);
                theirs[i] = librosa.round(false);
                theirsFilterKept[i] = librosa.round(true);
            }
            out.printf(
                    "log-mel %d bands: Hearken %.0f clips/s, librosa %.0f clips/s: %.1f times as fast%n",
                    bands, median(ours), median(theirs), median(ours) / median(theirs));
            out.printf(
                    "  librosa with its filter bank kept from clip to clip: %.0f clips/s: %.1f times as fast%n",
                    median(theirsFilterKept), median(ours) / median(theirsFilterKept));
            out.printf("  largest difference on the first clip: %.1e%n", difference(extractor, librosa));
        }
    }

    /** The frames, bands and floor of {@link LogMel#speech16k()}, with another number of bands. */
    private static LogMel logMel(int bands) {
        LogMel speech = LogMel.speech16k();
        MelBank bank =
                MelBank.slaney(bands, speech.bank().minHz(), speech.bank().maxHz());
        return new LogMel(speech.stft(), bank, LogMel.Spectrum.POWER, LogScale.natural(1e-6f));
    }

    private double[] rounds(FeatureExtractor extractor) {
        double[] rounds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = round(extractor);
        }
        return rounds;
    }

    /** Clips a second in one pass over all clips. */
    private double round(FeatureExtractor extractor) {
        long start = System.nanoTime();
        for (Waveform clip : clips) {
            if (extractor.extract(clip).frames() == 0) {
                throw new IllegalStateException("no frames");
            }
        }
        return CLIPS / ((System.nanoTime() - start) * 1e-9);
    }

    private double difference(FeatureExtractor extractor, Librosa librosa) throws IOException {
        float[] ours = extractor.extract(clips.get(0)).toArray();
        float[] theirs = librosa.featuresOfFirstClip();
        double largest = ours.length == theirs.length ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(ours.length, theirs.length); i++) {
            largest = Math.max(largest, Math.abs(ours[i] - theirs[i]));
        }
        return largest;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Tones of random pitch over noise; what they sound like does not change the work. */
    private static List<Waveform> clips() {
        Random random = new Random(1);
        List<Waveform> clips = new ArrayList<>();
        for (int i = 0; i < CLIPS; i++) {
            double step = 2 * Math.PI * (100 + 3000 * random.nextDouble()) / RATE_HZ;
            float[] samples = new float[RATE_HZ];
            for (int n = 0; n < samples.length; n++) {
                samples[n] = (float) (0.3 * Math.sin(step * n) + 0.05 * random.nextGaussian());
            }
            clips.add(Waveform.of(samples, RATE_HZ));
        }
        return clips;
    }

    private static byte[] bytes(List<Waveform> clips) {
        ByteBuffer bytes =
                ByteBuffer.allocate(clips.size() * RATE_HZ * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        clips.forEach(clip -> {
            for (int n = 0; n < clip.length(); n++) {
                bytes.putFloat(clip.sample(n));
            }
        });
        return bytes.array();
    }
}
