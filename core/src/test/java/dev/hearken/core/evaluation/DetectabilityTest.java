package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectabilityTest {
    private static final List<ScoredClip> CLIPS = List.of(clip(0, 0.9f), clip(0, 0.4f), clip(1, 0.6f), clip(1, 0.2f));

    @Test
    void oneLabelIsJudgedByItsOwnProbability() {
        // Of the four pairs, 0.4 < 0.6 is in the wrong order.
        Detectability first = Detectability.ofLabel(CLIPS, 0).orElseThrow();

        assertThat(first.roc().area()).isEqualTo(0.75);
        assertThat(first.precisionRecall().positives()).isEqualTo(2);
        assertThat(first.det().points()).hasSameSizeAs(first.roc().points());
    }

    @Test
    void allLabelsPooledCountEveryProbabilityOnce() {
        // Right labels: 0.9, 0.4, 0.4, 0.8; the others 0.1, 0.6, 0.6, 0.2. Of 16 pairs 4 are in the wrong order.
        Detectability pooled = Detectability.pooled(CLIPS, 2).orElseThrow();

        assertThat(pooled.roc().area()).isCloseTo(0.75, within(1e-9));
        assertThat(pooled.precisionRecall().positives()).isEqualTo(4);
        assertThat(pooled.precisionRecall().negatives()).isEqualTo(4);
    }

    @Test
    void aLabelWithoutClipsHasNoCurves() {
        assertThat(Detectability.ofLabel(CLIPS.subList(0, 2), 1)).isEmpty();
        assertThat(Detectability.ofLabel(CLIPS.subList(0, 2), 0)).isEmpty();
    }

    @Test
    void theHistogramSortsRightAndWrongByCertainty() {
        CertaintyHistogram histogram = CertaintyHistogram.of(CLIPS);

        // Answers: 0.9 right, 0.6 (for label 1) wrong, 0.6 wrong, 0.8 right.
        assertThat(histogram.bins()).hasSize(CertaintyHistogram.BINS);
        assertThat(histogram.bins().stream()
                        .mapToInt(CertaintyHistogram.Bin::right)
                        .sum())
                .isEqualTo(2);
        assertThat(histogram.bins().stream()
                        .filter(bin -> bin.wrong() > 0)
                        .mapToInt(CertaintyHistogram.Bin::wrong)
                        .sum())
                .isEqualTo(2);
        assertThat(histogram.bins().subList(0, 10)).allMatch(bin -> bin.right() + bin.wrong() == 0);
    }

    private static ScoredClip clip(int truth, float first) {
        return ScoredClip.ofProbabilities("clip", Optional.empty(), truth, new float[] {first, 1 - first});
    }
}
