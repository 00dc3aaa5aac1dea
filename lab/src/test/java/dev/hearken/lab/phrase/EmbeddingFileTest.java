package dev.hearken.lab.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.Licence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EmbeddingFileTest {
    private static final int FRAMES = 200;

    private final Licence credit = new Licence("LJ Speech", "public domain", "Keith Ito");
    private final float[] drawn = drawn();
    private final EmbeddingFile file = new EmbeddingFile(
            "a-backbone",
            List.of(credit),
            List.of(
                    new EmbeddedSound("alice", "Turn it on.", drawn),
                    new EmbeddedSound("bob", "", Arrays.copyOf(drawn, Ear.CHANNELS))));

    @Test
    void keepsWhoSaidWhatAndWhoseItIs() throws IOException {
        EmbeddingFile read = EmbeddingFile.read(bytes());

        assertThat(read.backbone()).isEqualTo("a-backbone");
        assertThat(read.credits()).containsExactly(credit);
        assertThat(read.sounds()).extracting(EmbeddedSound::group).containsExactly("alice", "bob");
        assertThat(read.sounds()).extracting(EmbeddedSound::text).containsExactly("Turn it on.", "");
        assertThat(read.sounds()).extracting(EmbeddedSound::frameCount).containsExactly(FRAMES, 1);
    }

    @Test
    void roundsEachValueByAQuarterOfAStandardDeviationAtMost() throws IOException {
        float[] read = EmbeddingFile.read(bytes()).sounds().get(0).frames();

        for (int i = 0; i < drawn.length; i++) {
            // The channels' deviation is 10, a step half of it; 200 draws stray a little.
            assertThat(read[i]).isCloseTo(drawn[i], within(2.5f * 1.2f));
        }
    }

    @Test
    void refusesAFileThatEndsEarly() throws IOException {
        byte[] half = Arrays.copyOf(bytes(), bytes().length / 2);

        assertThatThrownBy(() -> EmbeddingFile.read(half))
                .isInstanceOfSatisfying(
                        HearkenException.class, e -> assertThat(e.code()).isEqualTo("EMBEDDINGS_UNREADABLE"));
    }

    @Test
    void refusesWhatIsNoSuchFile() {
        assertThatThrownBy(
                        () -> EmbeddingFile.read("RIFF and so on".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .hasMessageContaining("does not begin like embedded sounds");
        assertThatThrownBy(() -> EmbeddingFile.read(new byte[0])).isInstanceOf(HearkenException.class);
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.write(bytes);
        return bytes.toByteArray();
    }

    private static float[] drawn() {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[FRAMES * Ear.CHANNELS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (5 + 10 * random.nextGaussian());
        }
        return values;
    }
}
