package dev.hearken.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Setup headers that would cost the decoding library gigabytes or eternity. */
class VorbisSetupTest {
    private static final VorbisHeader HEADER = new VorbisHeader(2, 44_100, 2048);

    @Test
    void whatOggencWritesPasses() throws IOException, RejectedAudio {
        for (String clip : new String[] {"low-rate.ogg", "stereo.ogg", "high-quality.ogg", "eight-channels.ogg"}) {
            OggStream stream =
                    new OggStream(new AudioInput(new ByteArrayInputStream(Golden.bytes("clips/" + clip)), 1 << 20));
            VorbisHeader header = VorbisHeader.read(stream.next().bytes());
            stream.next();
            byte[] setup = stream.next().bytes();
            assertThatCode(() -> VorbisSetup.check(setup, header)).as(clip).doesNotThrowAnyException();
            byte[] cut = Arrays.copyOf(setup, setup.length / 3);
            assertThatExceptionOfType(RejectedAudio.class).isThrownBy(() -> VorbisSetup.check(cut, header));
        }
    }

    /** 2^24 entries of equal code length take 60 bits to write down and gigabytes to build. */
    @Test
    void aCodeBookOfMillionsOfEntriesIsMalformed() {
        byte[] setup = new Bits()
                .mark()
                .put(0, 8)
                .put(0x564342, 24)
                .put(65_535, 16)
                .put(0xFFFFFF, 24)
                .bytes();
        assertThatExceptionOfType(RejectedAudio.class)
                .isThrownBy(() -> VorbisSetup.check(setup, HEADER))
                .withMessageContaining("code book");
    }

    @Test
    void manyLargeCodeBooksTogetherAreMalformed() {
        Bits bits = new Bits().mark().put(255, 8);
        for (int book = 0; book < 256; book++) {
            // ordered: all 2^16 entries have one length; no values
            bits.put(0x564342, 24)
                    .put(1, 16)
                    .put(1 << 16, 24)
                    .put(1, 1)
                    .put(15, 5)
                    .put(1 << 16, 17)
                    .put(0, 4);
        }
        assertThatExceptionOfType(RejectedAudio.class)
                .isThrownBy(() -> VorbisSetup.check(bits.bytes(), HEADER))
                .withMessageContaining("huge code books");
    }

    @Test
    void aResidueBeyondItsBlockIsMalformed() {
        Bits bits = oneSmallBook()
                .put(0, 6)
                .put(2, 16)
                .put(0, 24)
                .put(0xFFFFFF, 24)
                .put(0, 24)
                .put(0, 6)
                .put(0, 8);
        assertThatExceptionOfType(RejectedAudio.class)
                .isThrownBy(() -> VorbisSetup.check(bits.put(0, 32).bytes(), HEADER))
                .withMessageContaining("beyond its block");
    }

    /** 64 classes in 2 dimensions are 4,096 combinations, but the book has 2 entries. */
    @Test
    void aResidueWithMoreClassesThanItsBookHasEntriesIsMalformed() {
        Bits bits = oneSmallBook()
                .put(0, 6)
                .put(2, 16)
                .put(0, 24)
                .put(64, 24)
                .put(0, 24)
                .put(63, 6)
                .put(0, 8);
        assertThatExceptionOfType(RejectedAudio.class)
                .isThrownBy(() -> VorbisSetup.check(bits.put(0, 32).bytes(), HEADER))
                .withMessageContaining("too many classes");
    }

    /** One book of 2 entries and 2 dimensions, one empty time transform, one floor 1 without partitions. */
    private static Bits oneSmallBook() {
        Bits bits = new Bits().mark().put(0, 8).put(0x564342, 24).put(2, 16).put(2, 24);
        bits.put(0, 1).put(0, 1).put(0, 5).put(0, 5).put(0, 4);
        bits.put(0, 6).put(0, 16);
        return bits.put(0, 6).put(1, 16).put(0, 5).put(0, 2).put(0, 4);
    }

    /** Writes bits lowest first. */
    private static final class Bits {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int current;
        private int used;

        Bits mark() {
            return put(5, 8)
                    .put('v', 8)
                    .put('o', 8)
                    .put('r', 8)
                    .put('b', 8)
                    .put('i', 8)
                    .put('s', 8);
        }

        Bits put(int value, int bits) {
            for (int i = 0; i < bits; i++) {
                current |= (value >>> i & 1) << used++;
                if (used == 8) {
                    bytes.write(current);
                    current = 0;
                    used = 0;
                }
            }
            return this;
        }

        byte[] bytes() {
            assertThat(used).isBetween(0, 7);
            bytes.write(current);
            return bytes.toByteArray();
        }
    }
}
