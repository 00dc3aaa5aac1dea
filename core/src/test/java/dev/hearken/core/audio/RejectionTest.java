package dev.hearken.core.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectionTest {
    private static final byte[] GOOD = Wav.of(Wav.PCM, 1, 8000, 16, new byte[1000]);

    @Test
    void noBytesAreEmpty() {
        assertThat(reason(new byte[0])).isEqualTo(Rejection.EMPTY);
    }

    @Test
    void aFileWithoutASampleIsEmpty() {
        byte[] nothing = Wav.file(
                Wav.format(Wav.PCM, 1, 8000, 16), Wav.chunk("data", new byte[0]), Wav.chunk("LIST", new byte[40]));
        assertThat(reason(nothing)).isEqualTo(Rejection.EMPTY);
        assertThat(reason(Wav.of(Wav.PCM, 1, 8000, 16, new byte[0]))).isEqualTo(Rejection.EMPTY);
    }

    @Test
    void textIsNotAudio() {
        assertThat(reason(Wav.ascii("<!doctype html><title>seven.wav</title>"))).isEqualTo(Rejection.NOT_AUDIO);
        assertThat(reason(new byte[100_000])).isEqualTo(Rejection.NOT_AUDIO);
        assertThat(reason(new byte[1])).isEqualTo(Rejection.NOT_AUDIO);
    }

    @Test
    void aFileCutInItsSoundIsTruncated() {
        assertThat(reason(Arrays.copyOf(GOOD, 500))).isEqualTo(Rejection.TRUNCATED);
        assertThat(reason(Arrays.copyOf(GOOD, GOOD.length - 1))).isEqualTo(Rejection.TRUNCATED);
    }

    @Test
    void aFileCutAnywhereInItsHeaderIsTruncated() {
        for (int length = 12; length < 44; length++) {
            assertThat(reason(Arrays.copyOf(GOOD, length)))
                    .as("%d bytes", length)
                    .isEqualTo(Rejection.TRUNCATED);
        }
    }

    @Test
    void aHeaderThatPromisesGigabytesIsTruncatedAndCostsNothing() {
        byte[] lie = GOOD.clone();
        System.arraycopy(Wav.int32(0x7000_0000), 0, lie, 40, 4);
        assertThat(reason(lie)).isEqualTo(Rejection.TRUNCATED);
        byte[] chunk = Wav.join(Wav.ascii("RIFF"), Wav.int32(-1), Wav.ascii("WAVEjunk"), Wav.int32(-1), new byte[99]);
        assertThat(reason(chunk)).isEqualTo(Rejection.TRUNCATED);
    }

    @Test
    void headersThatContradictThemselvesAreMalformed() {
        assertThat(reason(Wav.of(Wav.PCM, 0, 8000, 16, new byte[8]))).isEqualTo(Rejection.MALFORMED);
        assertThat(reason(Wav.of(Wav.PCM, 1, 8000, 0, new byte[8]))).isEqualTo(Rejection.UNSUPPORTED_ENCODING);
        assertThat(reason(Wav.file(Wav.chunk("data", new byte[8])))).isEqualTo(Rejection.MALFORMED);
        assertThat(reason(Wav.file(Wav.chunk("fmt ", new byte[8])))).isEqualTo(Rejection.MALFORMED);
        byte[] odd = GOOD.clone();
        odd[32] = 1; // one byte a frame for 16 bits
        assertThat(reason(odd)).isEqualTo(Rejection.MALFORMED);
    }

    @Test
    void otherCodingsInsideWavAreNamed() {
        Rejected adpcm = rejected(AudioReader.standard().read(Wav.of(0x11, 1, 8000, 8, new byte[8])));
        assertThat(adpcm.reason()).isEqualTo(Rejection.UNSUPPORTED_ENCODING);
        assertThat(adpcm.detail()).contains("0x0011");
        assertThat(reason(Wav.of(Wav.PCM, 1, 8000, 64, new byte[8]))).isEqualTo(Rejection.UNSUPPORTED_ENCODING);
    }

    @Test
    void samplesThatAreNotNumbersAreNotFinite() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            assertThat(reason(Wav.of(Wav.FLOAT, 1, 8000, 32, Wav.float32(0, bad))))
                    .isEqualTo(Rejection.NOT_FINITE);
        }
        assertThat(reason(Wav.of(Wav.FLOAT, 1, 8000, 64, Wav.float64(1e300)))).isEqualTo(Rejection.NOT_FINITE);
        byte[] cancelling = Wav.float32(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
        assertThat(reason(Wav.of(Wav.FLOAT, 2, 8000, 32, cancelling))).isEqualTo(Rejection.NOT_FINITE);
    }

    @Test
    void absurdlyLargeSamplesAreOutOfScale() {
        assertThat(reason(Wav.of(Wav.FLOAT, 1, 8000, 32, Wav.float32(3e38f)))).isEqualTo(Rejection.OUT_OF_SCALE);
    }

    @Test
    void eachLimitHasItsReason() {
        AudioReader reader = AudioReader.withLimits(new AudioLimits(2000, 0.05, 2, 4000, 48_000));
        assertThat(rejected(reader.read(Wav.of(Wav.PCM, 1, 8000, 16, new byte[1957])))
                        .reason())
                .isEqualTo(Rejection.TOO_LARGE);
        // 0.05 s at 8,000 Hz are 400 samples
        assertThat(reader.read(Wav.of(Wav.PCM, 1, 8000, 16, new byte[800]))).isInstanceOf(Decoded.class);
        assertThat(rejected(reader.read(Wav.of(Wav.PCM, 1, 8000, 16, new byte[802])))
                        .reason())
                .isEqualTo(Rejection.TOO_LONG);
        assertThat(rejected(reader.read(Wav.of(Wav.PCM, 3, 8000, 16, new byte[6])))
                        .reason())
                .isEqualTo(Rejection.TOO_MANY_CHANNELS);
        for (int rate : new int[] {0, 3999, 48_001, -1}) {
            assertThat(rejected(reader.read(Wav.of(Wav.PCM, 1, rate, 16, new byte[6])))
                            .reason())
                    .isEqualTo(Rejection.RATE_OUT_OF_RANGE);
        }
    }

    @Test
    void anEndlessStreamIsCutOff() {
        byte[] header = Wav.join(
                Wav.ascii("RIFF"),
                Wav.int32(-1),
                Wav.ascii("WAVE"),
                Wav.format(Wav.PCM, 1, 8000, 16),
                Wav.ascii("data"),
                Wav.int32(-1));
        AudioLimits limits = AudioLimits.STANDARD;
        assertThat(rejected(AudioReader.withLimits(limits.withMaxSeconds(10)).read(endless(header)))
                        .reason())
                .isEqualTo(Rejection.TOO_LONG);
        assertThat(rejected(AudioReader.withLimits(limits.withMaxBytes(100_000)).read(endless(header)))
                        .reason())
                .isEqualTo(Rejection.TOO_LARGE);
    }

    @Test
    void aPathThatCannotBeReadIsUnreadable(@TempDir Path folder) throws IOException {
        assertThat(rejected(AudioReader.standard().read(folder)).reason()).isEqualTo(Rejection.UNREADABLE);
        assertThat(rejected(AudioReader.standard().read(folder.resolve("none.wav")))
                        .reason())
                .isEqualTo(Rejection.UNREADABLE);
        Path misnamed = folder.resolve("really-a-wav.mp3");
        Files.write(misnamed, GOOD);
        assertThat(AudioReader.standard().read(misnamed)).isInstanceOf(Decoded.class);
    }

    @Test
    void aStreamThatFailsIsUnreadable() {
        Rejected rejected = rejected(AudioReader.standard().read(new Broken()));
        assertThat(rejected.reason()).isEqualTo(Rejection.UNREADABLE);
        assertThat(rejected.detail()).contains("the line?is dead");
    }

    private static InputStream endless(byte[] header) {
        return new SequenceInputStream(new ByteArrayInputStream(header), new Silence());
    }

    private static Rejection reason(byte[] file) {
        return rejected(AudioReader.standard().read(file)).reason();
    }

    private static Rejected rejected(Decoding decoding) {
        return assertThat(decoding)
                .asInstanceOf(InstanceOfAssertFactories.type(Rejected.class))
                .actual();
    }

    /** Silence without end. */
    private static final class Silence extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            Arrays.fill(target, offset, offset + length, (byte) 0);
            return length;
        }
    }

    /** A line that broke. */
    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the line\nis dead");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return read();
        }
    }
}
