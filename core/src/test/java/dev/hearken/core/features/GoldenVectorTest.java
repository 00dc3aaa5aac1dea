package dev.hearken.core.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The front ends against librosa and torchaudio; {@code src/test/golden/features.py} made the vectors and states the settings. */
class GoldenVectorTest {
    /** Largest difference allowed of a level, in nepers or decibels alike. */
    private static final double LOG_MEL_TOLERANCE = 1e-4;

    /** The same for a cepstral coefficient, which adds up 64 levels in decibels and reaches -400. */
    private static final double MFCC_TOLERANCE = 5e-4;

    record Case(String name, int samples, int frames, int channels, FrontEnd frontEnd) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws IOException {
        JsonNode cases = JsonMapper.shared().readTree(GoldenFile.bytes("features/cases.json"));
        return StreamSupport.stream(cases.spliterator(), false)
                .map(node -> new Case(
                        node.get("name").asString(),
                        node.get("samples").asInt(),
                        node.get("frames").asInt(),
                        node.get("channels").asInt(),
                        frontEnd(node.get("settings"))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesWhatTheReferenceGives(Case golden) throws IOException {
        float[] expected = GoldenFile.floats("features/" + golden.name + ".f32");
        try (FeatureExtractor extractor = FeatureExtractor.of(golden.frontEnd)) {
            Features features = extractor.extract(Signals.risingTone(golden.samples, golden.frontEnd.sampleRateHz()));
            assertThat(features.frames()).isEqualTo(golden.frames).isEqualTo(golden.frontEnd.frames(golden.samples));
            assertThat(features.channels()).isEqualTo(golden.channels);
            assertThat(GoldenFile.largestDifference(features.toArray(), expected))
                    .isLessThan(golden.frontEnd instanceof Mfcc ? MFCC_TOLERANCE : LOG_MEL_TOLERANCE);
        }
    }

    private static FrontEnd frontEnd(JsonNode s) {
        Stft stft = new Stft(
                s.get("sampleRateHz").asInt(),
                s.get("fftSize").asInt(),
                s.get("windowSamples").asInt(),
                s.get("hopSamples").asInt(),
                Padding.valueOf(s.get("padding").asString()));
        MelBank bank = new MelBank(
                s.get("bands").asInt(),
                s.get("minHz").asDouble(),
                s.get("maxHz").asDouble(),
                MelScale.valueOf(s.get("scale").asString()),
                MelBank.Norm.valueOf(s.get("norm").asString()));
        LogScale log = new LogScale(LogScale.Unit.valueOf(s.get("unit").asString()), (float)
                s.get("floor").asDouble());
        LogMel logMel =
                new LogMel(stft, bank, LogMel.Spectrum.valueOf(s.get("spectrum").asString()), log);
        return s.has("coefficients") ? new Mfcc(logMel, s.get("coefficients").asInt()) : logMel;
    }
}
