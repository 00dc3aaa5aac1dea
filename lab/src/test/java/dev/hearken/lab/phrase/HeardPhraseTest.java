package dev.hearken.lab.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.lab.training.FoldedSequence;
import dev.hearken.lab.training.WindowPool;
import org.junit.jupiter.api.Test;

class HeardPhraseTest {
    private static final int WINDOW = 16;

    private final WindowPool whole = new WindowPool();
    private final WindowPool parts = new WindowPool();

    @Test
    void theStretchesThatEndWithinAThirdOfASecondBehindThePhraseSayIt() {
        // A stretch of 16 frames takes 31,712 samples; the next ends 1,280 later.
        heard(20_000, 31_712).addTo(whole, parts, sequence(24), WINDOW);

        // Those that end 0, 1280, 2560, 3840 and 5120 samples behind it.
        assertThat(whole.size()).isEqualTo(5);
        assertThat(parts.size()).isZero();
    }

    @Test
    void theStretchesThatEndEarlyInThePhraseHaveHeardAPartOfIt() {
        heard(30_000, 40_000).addTo(whole, parts, sequence(24), WINDOW);

        // Ends at 32,992, 34,272 and 35,552 lie at 30, 43 and 56 %; those at 36,832 to 39,392 are neither part nor
        // whole.
        assertThat(parts.size()).isEqualTo(3);
        assertThat(whole.size()).isEqualTo(2);
    }

    private static HeardPhrase heard(int start, int end) {
        return new HeardPhrase(new EmbeddedSound("voice", "phrase", new float[24 * Ear.CHANNELS]), start, end);
    }

    private static FoldedSequence sequence(int frames) {
        return new FoldedSequence(new float[frames * Ear.CHANNELS], 0);
    }
}
