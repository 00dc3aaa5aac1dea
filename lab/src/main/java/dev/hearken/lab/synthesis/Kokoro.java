package dev.hearken.lab.synthesis;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Kokoro-82M, a neural engine of 82 million parameters (Apache-2.0, github.com/hexgrad/kokoro): one network, and a style vector a
 * speaker. Sounds like people; about 0.7 s of one core a second of speech.
 *
 * <p>A folder holds the network as {@code *.onnx} and styles as {@code voices/*.bin}: float32 in little-endian of shape [510, 256], a
 * row for each number of phonemes.
 */
final class Kokoro {
    static final String ENGINE = "kokoro";
    static final int SAMPLE_RATE_HZ = 24_000;

    /** Rows of a style; the network was trained on no more phonemes at a time. */
    static final int MOST_PHONEMES = 510;

    private static final int STYLE_WIDTH = 256;
    private static final int STYLE_BYTES = STYLE_WIDTH * Float.BYTES;

    private final SpeechNetwork network;
    private final Phonemizer phonemizer;
    private final Path styles;
    private final String version;

    Kokoro(Path model, Path styles, Phonemizer phonemizer) throws IOException {
        this.network = new SpeechNetwork(model);
        this.styles = styles;
        this.phonemizer = phonemizer;
        // The size tells exports apart, and reading 90 MB to list a voice would be too much.
        this.version = model.getFileName() + "-" + Files.size(model);
    }

    String version() {
        return version;
    }

    /** The names of the styles in the folder, sorted. */
    static List<String> styles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".bin") && Files.size(file) == (long) MOST_PHONEMES * STYLE_BYTES) {
                    names.add(name.substring(0, name.length() - ".bin".length()));
                }
            }
            return names;
        }
    }

    /** Says texts in a language of eSpeak NG's, in the mean of some styles. */
    List<Speech> speak(List<String> blend, String language, List<Utterance> utterances) {
        List<Optional<String>> phonemes = phonemizer.phonemes(
                language, utterances.stream().map(Utterance::text).toList());
        List<Speech> speeches = new ArrayList<>();
        for (int i = 0; i < utterances.size(); i++) {
            long[] numbers = phonemes.get(i)
                    .map(ipa -> KokoroPhonemes.numbers(KokoroPhonemes.of(ipa, language)))
                    .orElse(new long[0]);
            speeches.add(speak(blend, numbers, utterances.get(i).rate()));
        }
        return speeches;
    }

    private Speech speak(List<String> blend, long[] numbers, double rate) {
        if (numbers.length == 0 || numbers.length >= MOST_PHONEMES) {
            return new Skipped(SkipReason.TEXT_UNSUPPORTED, numbers.length + " phonemes, 1 to 509 can be said");
        }
        try {
            return network.speak(
                    Map.of(
                            network.inputs().contains("tokens") ? "tokens" : "input_ids",
                            KokoroPhonemes.padded(numbers),
                            "style",
                            new float[][] {style(blend, numbers.length)},
                            "speed",
                            new float[] {(float) rate}),
                    SAMPLE_RATE_HZ);
        } catch (OrtException | IOException e) {
            return new Skipped(SkipReason.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private float[] style(List<String> blend, int phonemes) throws IOException {
        float[] mean = new float[STYLE_WIDTH];
        for (String name : blend) {
            ByteBuffer row = ByteBuffer.allocate(STYLE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            try (SeekableByteChannel file = FileChannel.open(styles.resolve(name + ".bin"))) {
                file.position((long) phonemes * STYLE_BYTES);
                while (row.hasRemaining() && file.read(row) >= 0) {
                    // A read may bring less than was asked for.
                }
            }
            row.flip();
            for (int i = 0; i < STYLE_WIDTH; i++) {
                mean[i] += row.getFloat() / blend.size();
            }
        }
        return mean;
    }
}
