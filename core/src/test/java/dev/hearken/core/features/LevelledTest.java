package dev.hearken.core.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import org.junit.jupiter.api.Test;

class LevelledTest {
    private static final Levelled LEVELLED = new Levelled(LogMel.digits8k(), 0.5f);

    @Test
    void aQuietClipGivesTheFeaturesOfALoudOne() {
        float[] loud = new float[2000];
        float[] quiet = new float[2000];
        for (int i = 0; i < loud.length; i++) {
            loud[i] = (float) Math.sin(0.3 * i);
            quiet[i] = loud[i] / 64;
        }
        try (FeatureExtractor extractor = FeatureExtractor.of(LEVELLED)) {
            float[] expected = extractor.extract(Waveform.of(loud, 8000)).toArray();
            float[] actual = extractor.extract(Waveform.of(quiet, 8000)).toArray();
            for (int i = 0; i < expected.length; i++) {
                assertThat(actual[i]).isCloseTo(expected[i], within(1e-4f));
            }
        }
    }

    @Test
    void silenceStaysSilence() {
        try (FeatureExtractor levelled = FeatureExtractor.of(LEVELLED);
                FeatureExtractor plain = FeatureExtractor.of(LogMel.digits8k())) {
            Waveform silence = Waveform.of(new float[2000], 8000);

            assertThat(levelled.extract(silence)).isEqualTo(plain.extract(silence));
        }
    }

    @Test
    void aPeakThatClipsIsRefusedWithItsValue() {
        assertThatThrownBy(() -> new Levelled(LogMel.digits8k(), 1.5f)).hasMessageContaining("1.5");
    }
}
