package dev.hearken.core.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PooledStatisticsTest {
    private static final Waveform NOISE = noise(8_000);

    @Test
    void aClipBecomesTheMeanTheDistanceAndTheStepOfEachChannel() {
        Features frames = extract(LogMel.digits8k());
        Features pooled = extract(new PooledStatistics(List.of(LogMel.digits8k())));
        int bands = frames.channels();
        int band = 7;
        double mean = 0;
        for (int frame = 0; frame < frames.frames(); frame++) {
            mean += frames.value(frame, band) / frames.frames();
        }
        double distance = 0;
        double step = 0;
        for (int frame = 0; frame < frames.frames(); frame++) {
            distance += Math.abs(frames.value(frame, band) - mean) / frames.frames();
            if (frame > 0) {
                step += Math.abs(frames.value(frame, band) - frames.value(frame - 1, band)) / (frames.frames() - 1);
            }
        }

        assertThat(pooled.frames()).isEqualTo(1);
        assertThat(pooled.channels()).isEqualTo(3 * bands);
        assertThat(pooled.value(0, band)).isCloseTo((float) mean, within(1e-4f));
        assertThat(pooled.value(0, bands + band)).isCloseTo((float) distance, within(1e-4f));
        assertThat(pooled.value(0, 2 * bands + band)).isCloseTo((float) step, within(1e-4f));
    }

    @Test
    void partsOfDifferentFramesStandSideBySide() {
        FrontEnd both = new PooledStatistics(List.of(new EmbeddingMel(), SpeechEmbedding.whole()));

        assertThat(both.channels()).isEqualTo(3 * (32 + 96));
        // One embedding is one frame: there is no step to the next.
        assertThat(both.frames(12_512)).isZero();
        assertThat(both.frames(16_000)).isEqualTo(1);
    }

    @Test
    void partsThatListenAtDifferentRatesAreRefused() {
        assertThatThrownBy(() -> new PooledStatistics(List.of(LogMel.digits8k(), LogMel.speech16k())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Features extract(FrontEnd frontEnd) {
        try (FeatureExtractor extractor = FeatureExtractor.of(frontEnd)) {
            return extractor.extract(NOISE);
        }
    }

    private static Waveform noise(int samples) {
        SplittableRandom random = new SplittableRandom(5);
        float[] noise = new float[samples];
        for (int i = 0; i < samples; i++) {
            noise[i] = (float) (random.nextDouble() - 0.5) * i / samples;
        }
        return Waveform.of(noise, 8_000);
    }
}
