package dev.hearken.core.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.features.ClipStatistics;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureWordsTest {
    @Test
    void aDifferenceIsToldWithBothValuesAndTheUnit() {
        assertThat(FeatureWords.of("spectral_centroid_hz").compare(2310.4, 1869.6))
                .isEqualTo("brighter than usual: spectral centroid 2,310 Hz against 1,870 Hz on average");
        assertThat(FeatureWords.of("tempo_bpm").compare(96, 123))
                .isEqualTo("slower than usual: tempo 96 beats a minute against 123 beats a minute on average");
        assertThat(FeatureWords.of("chroma_f_sharp").compare(0.5, 0.25))
                .isEqualTo("more on the pitch F sharp than usual: chroma F sharp 0.50 against 0.25 on average");
        assertThat(FeatureWords.of("mfcc_7").compare(-3.1, 2))
                .isEqualTo("lower in MFCC 7 than usual: vocal colour (MFCC 7) -3.1 against 2.0 on average");
    }

    @Test
    void everyFeatureHasItsOwnTerm() {
        Set<String> terms = new HashSet<>();
        for (String feature : ClipDescriber.names()) {
            terms.add(FeatureWords.of(feature).term());
        }

        assertThat(ClipDescriber.names()).containsAll(ClipStatistics.reference().names());
        assertThat(terms).hasSameSizeAs(ClipDescriber.names()).doesNotContainAnyElementsOf(ClipDescriber.names());
    }
}
