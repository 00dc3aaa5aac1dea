package dev.hearken.lab.augmentation;

import static dev.hearken.lab.augmentation.Signals.seeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpecAugmentTest {
    private static final int FRAMES = 20;
    private static final int CHANNELS = 10;

    /** The values 1 to 200: their mean, 100.5, is none of them. */
    private static float[] ramp() {
        float[] values = new float[FRAMES * CHANNELS];
        for (int i = 0; i < values.length; i++) {
            values[i] = i + 1;
        }
        return values;
    }

    @Test
    void masksAreWholeFramesAndWholeChannelsFilledWithTheMean() {
        for (long seed = 0; seed < 200; seed++) {
            float[] masked = ramp();
            new SpecAugment(6, 1, 1, 4, 1).mask(masked, CHANNELS, seeded(seed));
            long blankFrames = count(FRAMES, frame -> allBlank(masked, frame * CHANNELS, 1, CHANNELS));
            long blankChannels = count(CHANNELS, channel -> allBlank(masked, channel, CHANNELS, FRAMES));
            assertThat(blankFrames).isLessThanOrEqualTo(6);
            assertThat(blankChannels).isLessThanOrEqualTo(4);
            long blank = count(masked.length, i -> masked[i] == 100.5f);
            assertThat(blank).isEqualTo(blankFrames * CHANNELS + blankChannels * FRAMES - blankFrames * blankChannels);
        }
    }

    @Test
    void theFractionLimitsTimeMasksOfShortClips() {
        for (long seed = 0; seed < 100; seed++) {
            float[] masked = ramp();
            new SpecAugment(100, 1, 0.1, 0, 0).mask(masked, CHANNELS, seeded(seed));
            assertThat(count(masked.length, i -> masked[i] == 100.5f)).isIn(0L, 10L, 20L);
        }
    }

    @Test
    void noMasksChangeNothingAndTheSameSeedMasksTheSame() {
        float[] untouched = ramp();
        new SpecAugment(0, 0, 1, 0, 0).mask(untouched, CHANNELS, seeded(1));
        assertThat(untouched).containsExactly(ramp());
        float[] once = ramp();
        float[] again = ramp();
        new SpecAugment(6, 2, 1, 4, 2).mask(once, CHANNELS, seeded(9));
        new SpecAugment(6, 2, 1, 4, 2).mask(again, CHANNELS, seeded(9));
        assertThat(once).containsExactly(again);
    }

    @Test
    void rowsThatDoNotFillTheArrayAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpecAugment(6, 2, 1, 4, 2).mask(ramp(), 7, seeded(1)))
                .withMessage("200 values in rows of 7");
    }

    private static boolean allBlank(float[] values, int from, int stride, int count) {
        return IntStream.range(0, count).allMatch(i -> values[from + i * stride] == 100.5f);
    }

    private static long count(int n, IntPredicate predicate) {
        return IntStream.range(0, n).filter(predicate).count();
    }
}
