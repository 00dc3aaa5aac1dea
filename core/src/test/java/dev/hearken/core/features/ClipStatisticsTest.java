package dev.hearken.core.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against librosa; {@code src/test/golden/clip_statistics.py} made the values and states the settings. */
class ClipStatisticsTest {
    private static final int RATE = ClipStatistics.REFERENCE_RATE_HZ;
    private static final FeatureExtractor EXTRACTOR = FeatureExtractor.of(ClipStatistics.all());

    record Case(String name, Waveform clip, Map<String, Double> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws IOException {
        JsonNode cases = JsonMapper.shared().readTree(GoldenFile.bytes("statistics.json"));
        return StreamSupport.stream(cases.spliterator(), false)
                .map(ClipStatisticsTest::golden)
                .toList();
    }

    @AfterAll
    static void close() {
        EXTRACTOR.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesWhatLibrosaGives(Case golden) {
        ClipStatistics all = new ClipStatistics(golden.clip.sampleRateHz(), Set.of(ClipStatistics.Extra.values()));
        try (FeatureExtractor extractor = FeatureExtractor.of(all)) {
            Map<String, Double> actual = byName(all, extractor.extract(golden.clip));
            assertClose(actual, golden.expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 30000", "512, 0", "15000, 15000", "15001, 15000", "1, 1"})
    void zerosAroundAClipCountForNothing(int before, int after) {
        Waveform clip = Signals.voice(40_000, RATE);

        assertClose(statistics(clip.window(-before, clip.length() + after)), statistics(clip));
    }

    @Test
    void zerosInsideAClipAreItsOwn() {
        Waveform syllable = Signals.voice(20_000, RATE);
        float[] twice = new float[90_000];
        System.arraycopy(syllable.toArray(), 0, twice, 0, 20_000);
        System.arraycopy(syllable.toArray(), 0, twice, 70_000, 20_000);

        assertThat(statistics(Waveform.of(twice, RATE)).get("rms"))
                .isLessThan(statistics(syllable).get("rms"));
    }

    @Test
    void silenceHasNoPitchNoBrightnessAndTheLikeliestTempo() {
        Map<String, Double> silence = statistics(Waveform.of(new float[RATE], RATE));

        // 128 bands at -100 dB, rotated; of the tempi between whole frames, 60 * 22050 / 512 / 22 is nearest to 120.
        assertThat(silence.get("mfcc_1")).isCloseTo(-100 * Math.sqrt(128), within(1e-2));
        assertThat(silence.get("spectral_centroid_hz")).isZero();
        assertThat(silence.get("chroma_a")).isZero();
        assertThat(silence.get("tempo_bpm")).isCloseTo(117.4539, within(1e-3));
    }

    @Test
    void eachClipOfABatchHasItsOwnStatistics() {
        Waveform voice = Signals.voice(40_000, RATE);
        Waveform late = Signals.beat(30_000, RATE).window(-10_000, 30_000);

        List<Features> batch = EXTRACTOR.extractAll(List.of(voice, late));

        assertClose(byName(ClipStatistics.all(), batch.get(0)), statistics(voice));
        assertClose(byName(ClipStatistics.all(), batch.get(1)), statistics(late));
    }

    @Test
    void theReferenceHas29FeaturesAndDeviationsAndTempoCanBeAdded() {
        assertThat(ClipStatistics.reference().names())
                .hasSize(29)
                .startsWith("mfcc_1", "mfcc_2")
                .contains("mfcc_13", "spectral_centroid_hz", "spectral_rolloff_hz", "zero_crossing_rate", "rms")
                .endsWith("chroma_a", "chroma_a_sharp", "chroma_b");
        assertThat(ClipStatistics.all().names()).hasSize(59).endsWith("chroma_b_deviation", "tempo_bpm");
    }

    @Test
    void aClipIsOneFrameHoweverLongAndNoneBelowAShortFrame() {
        assertThat(ClipStatistics.reference().frames(2047)).isZero();
        assertThat(ClipStatistics.reference().frames(2048)).isOne();
        assertThat(ClipStatistics.reference().frames(1_000_000)).isOne();
    }

    @Test
    void aRateAtWhichABandHoldsNoBinIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClipStatistics(192_000, Set.of()))
                .withMessageContaining("narrower than a bin");
    }

    /** Cepstral coefficients add up decibels and may be near 0, frequencies are in Hz; all else but the tempo lies in [0, 1]. */
    private static double tolerance(String name, double value) {
        return switch (name.replaceFirst("_.*", "")) {
            case "mfcc" -> 5e-4;
            case "spectral" -> 5e-5 * value;
            case "tempo" -> 1e-3;
            default -> 1e-6;
        };
    }

    private static void assertClose(Map<String, Double> actual, Map<String, Double> expected) {
        assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((name, value) ->
                assertThat(actual.get(name)).as(name).isCloseTo(value, within(tolerance(name, value))));
    }

    private static Map<String, Double> statistics(Waveform clip) {
        return byName(ClipStatistics.all(), EXTRACTOR.extract(clip));
    }

    private static Map<String, Double> byName(ClipStatistics statistics, Features features) {
        assertThat(features.frames()).isOne();
        Map<String, Double> byName = new LinkedHashMap<>();
        for (int i = 0; i < features.channels(); i++) {
            byName.put(statistics.names().get(i), (double) features.value(0, i));
        }
        return byName;
    }

    private static Case golden(JsonNode node) {
        int samples = node.get("samples").asInt();
        int rate = node.get("sampleRateHz").asInt();
        String signal = node.get("signal").asString();
        Map<String, Double> values = new LinkedHashMap<>();
        node.get("values")
                .properties()
                .forEach(value -> values.put(value.getKey(), value.getValue().asDouble()));
        Waveform clip = switch (signal) {
            case "risingTone" -> Signals.risingTone(samples, rate);
            case "voice" -> Signals.voice(samples, rate);
            case "beat" -> Signals.beat(samples, rate);
            case "chord" -> Signals.chord(samples, rate);
            default -> throw new IllegalArgumentException(signal);
        };
        return new Case("%s of %d samples at %d Hz".formatted(signal, samples, rate), clip, values);
    }
}
