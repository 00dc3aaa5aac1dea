package dev.hearken.core.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.audio.Waveform;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FeatureExtractorTest {
    private static final LogMel FRONT_END = LogMel.digits8k();
    private static final FeatureExtractor EXTRACTOR = FeatureExtractor.of(FRONT_END);

    @AfterAll
    static void close() {
        EXTRACTOR.close();
    }

    @Test
    void silenceLiesOnTheFloor() {
        Features features = EXTRACTOR.extract(Waveform.of(new float[1000], 8000));
        assertThat(features.frames()).isEqualTo(6);
        assertThat(features.value(5, 39)).isCloseTo((float) Math.log(1e-6), within(1e-6f));
    }

    @Test
    void makesExactlyTheFramesItPromisesForEveryLength() {
        for (int samples = 256; samples < 256 + 2 * 128; samples += 5) {
            Features features = EXTRACTOR.extract(Signals.risingTone(samples, 8000));
            assertThat(features.frames()).isEqualTo(FRONT_END.frames(samples));
        }
    }

    @Test
    void aFrameDependsOnItsOwnSamplesAlone() {
        Waveform whole = Signals.risingTone(8000, 8000);
        Features all = EXTRACTOR.extract(whole);
        Features late = EXTRACTOR.extract(whole.window(10 * 128, 10 * 128 + 256));
        for (int band = 0; band < 40; band++) {
            assertThat(late.value(0, band)).isCloseTo(all.value(10, band), within(1e-5f));
        }
    }

    @Test
    void aBatchGivesWhatItsWaveformsGiveAlone() {
        Waveform tone = Signals.risingTone(3000, 8000);
        Waveform silence = Waveform.of(new float[3000], 8000);
        List<Features> batch = EXTRACTOR.extractAll(List.of(tone, silence, tone));
        assertThat(batch).hasSize(3);
        assertThat(batch.get(2)).isEqualTo(batch.get(0));
        assertThat(batch.get(1)).isEqualTo(EXTRACTOR.extract(silence));
        assertThat(EXTRACTOR.extractAll(List.of())).isEmpty();
    }

    @Test
    void whatItCannotTakeIsSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EXTRACTOR.extract(Waveform.of(new float[255], 8000)))
                .withMessageContaining("255 samples are too few for one frame");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EXTRACTOR.extract(Waveform.of(new float[8000], 16000)))
                .withMessageContaining("listens at 8000 Hz, the waveform has 16000 Hz");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EXTRACTOR.extractAll(
                        List.of(Waveform.of(new float[300], 8000), Waveform.of(new float[301], 8000))))
                .withMessageContaining("got 300 and 301");
    }
}
