package dev.hearken.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemperatureTest {
    @Test
    void aModelThatIsTooSureIsCooledToItsTrueShare() {
        // 75 of 100 right, each time with a lead of 4. The target is 0.75 x 101/102 + 0.25 x 1/102 = 0.745098,
        // whose log odds are ln(0.745098 / 0.254902) = 1.072637; so T = 4 / 1.072637.
        assertThat(Temperature.fit(leading(4, 75, 25)).value()).isCloseTo(4 / 1.072637, within(1e-4));
    }

    @Test
    void whereEveryAnswerIsRightCertaintyStaysFinite() {
        // The target is 101/102, whose odds are 101.
        assertThat(Temperature.fit(leading(2, 100, 0)).value()).isCloseTo(2 / Math.log(101), within(1e-9));
    }

    @Test
    void itIsTheOneScipyFinds() {
        // scipy.optimize.minimize_scalar of the cross-entropy with targets 61/62 and 1/124.
        assertThat(Temperature.fit(OracleClips.all()).value()).isCloseTo(2.1507972940, within(1e-6));
    }

    @Test
    void aModelThatIsMostlyWrongGetsTheHottestTemperature() {
        assertThat(Temperature.fit(leading(4, 10, 90)).value()).isEqualTo(Temperature.MOST, within(1e-9));
    }

    @Test
    void calibratingChangesProbabilitiesButNoAnswer() {
        ScoredClip clip = ScoredClip.ofLogits("x", Optional.empty(), 0, new float[] {2, 0});
        ScoredClip calibrated = clip.calibrated(new Temperature(2));

        assertThat(calibrated.predicted()).isEqualTo(clip.predicted());
        assertThat(clip.probabilities()[0]).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-12));
        assertThat(calibrated.probabilities()[0]).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
        assertThat(calibrated.uncalibratedProbabilities()).isEqualTo(clip.probabilities());
    }

    @Test
    void probabilitiesServeAsLogits() {
        float[] probabilities = {0.7f, 0.3f, 0};

        assertThat(ScoredClip.ofProbabilities("x", Optional.empty(), 0, probabilities)
                        .probabilities())
                .containsExactly(new double[] {0.7, 0.3, 0}, within(1e-6));
    }

    @Test
    void hugeLogitsDoNotOverflow() {
        ScoredClip clip = ScoredClip.ofLogits("x", Optional.empty(), 1, new float[] {3e38f, -3e38f});

        assertThat(clip.probabilities()).containsExactly(1, 0);
        assertThat(clip.negativeLogLikelihood(1)).isPositive().isFinite();
    }

    @Test
    void nothingToFitOnAndImpossibleValuesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Temperature.fit(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Temperature(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Temperature(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoredClip.ofLogits("x", Optional.empty(), 2, new float[] {0, 1}))
                .withMessage("x: truth 2 is not one of 2 labels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoredClip.ofLogits("x", Optional.empty(), 0, new float[] {0, Float.NaN}));
    }

    private static List<ScoredClip> leading(float lead, int right, int wrong) {
        List<ScoredClip> clips = new ArrayList<>();
        for (int i = 0; i < right + wrong; i++) {
            clips.add(ScoredClip.ofLogits("clip" + i, Optional.empty(), i < right ? 0 : 1, new float[] {lead, 0}));
        }
        return clips;
    }
}
