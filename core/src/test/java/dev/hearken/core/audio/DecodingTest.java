package dev.hearken.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** FLAC, OGG Vorbis and MP3 against libsndfile, whole and damaged. */
class DecodingTest {
    /** Float32 arithmetic in another order. */
    private static final double SAME = 2e-6;

    private static final List<String> CLIPS_OF_EACH_KIND = List.of("mid-side.flac", "stereo.ogg", "joint-stereo.mp3");

    private static final AudioReader READER = AudioReader.standard();

    static List<Golden> clips() {
        return Golden.read("clips.tsv");
    }

    static List<Golden> realClips() {
        return Golden.read("real-clips.tsv");
    }

    @ParameterizedTest
    @MethodSource("clips")
    void eachFormatDecodesAsLibsndfileDoes(Golden golden) {
        golden.requireSame(READER.read(clip(golden.name())), tolerance(golden));
    }

    @ParameterizedTest
    @MethodSource("realClips")
    void realRecordingsDecodeAsLibsndfileDoes(Golden golden) {
        Path path = Golden.sharedData().resolve(golden.name());
        assumeTrue(Files.exists(path), "the shared recordings are not here: " + path);
        golden.requireSame(READER.read(path), SAME);
    }

    @ParameterizedTest
    @CsvSource({
        "24-bit.flac, FLAC, flac_s24, 48000, 2",
        "eight-channels.ogg, OGG, vorbis, 8000, 8",
        "mono-12000.mp3, MP3, mp3, 12000, 1",
    })
    void theSourceFormatIsTold(String name, SourceFormat.Container container, String encoding, int rate, int channels) {
        assertThat(READER.read(clip(name)))
                .asInstanceOf(InstanceOfAssertFactories.type(Decoded.class))
                .extracting(Decoded::format)
                .isEqualTo(new SourceFormat(container, encoding, rate, channels));
    }

    @ParameterizedTest
    @CsvSource({"mid-side.flac", "unknown-length.flac", "stereo.ogg", "joint-stereo.mp3", "tagged.mp3"})
    void aFileCutShortAnywhereIsRejected(String name) {
        byte[] whole = clip(name);
        for (int length = 200; length < whole.length - 130; length += Math.max(1, whole.length / 97)) {
            assertThat(READER.read(Arrays.copyOf(whole, length)))
                    .as("%s cut to %d of %d bytes", name, length, whole.length)
                    .isInstanceOf(Rejected.class)
                    .extracting(rejected -> ((Rejected) rejected).reason())
                    .isIn(Rejection.TRUNCATED, Rejection.EMPTY);
        }
    }

    @ParameterizedTest
    @CsvSource({"mid-side.flac", "stereo.ogg"})
    void checkSumsFindASingleWrongBit(String name) {
        byte[] whole = clip(name);
        for (int at = whole.length / 2; at < whole.length; at += 997) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            assertThat(READER.read(damaged))
                    .as("%s with byte %d changed", name, at)
                    .isInstanceOf(Rejected.class);
        }
    }

    @Test
    void anMp3WithoutAHeaderCanOnlyBeSeenToBeCutInsideAFrame() {
        byte[] whole = clip("no-header.mp3"); // frames of 192 bytes and 576 samples
        assertThat(reason(Arrays.copyOf(whole, 1000))).isEqualTo(Rejection.TRUNCATED);
        assertThat(READER.read(Arrays.copyOf(whole, 192 * 5)))
                .isInstanceOf(Decoded.class)
                .extracting(decoded -> ((Decoded) decoded).waveform().length())
                .isEqualTo(576 * 5);
    }

    @Test
    void bytesBetweenMp3FramesAreMalformed() {
        byte[] whole = clip("no-header.mp3");
        byte[] damaged = Wav.join(
                Arrays.copyOf(whole, 192 * 4), Wav.ascii("noise"), Arrays.copyOfRange(whole, 192 * 4, whole.length));
        assertThat(reason(damaged)).isEqualTo(Rejection.MALFORMED);
    }

    @Test
    void tagsAroundTheSoundDoNotMatter() {
        byte[] flac = clip("8-bit.flac");
        byte[] id3 = Wav.join(Wav.ascii("ID3"), new byte[] {4, 0, 0, 0, 0, 1, 2}, new byte[130]);
        assertThat(READER.read(Wav.join(id3, id3, flac))).isEqualTo(READER.read(flac));
        byte[] mp3 = clip("mono-16000.mp3");
        byte[] tagged = Wav.join(id3, new byte[7], mp3, Wav.ascii("TAG"), new byte[125]);
        assertThat(READER.read(tagged)).isEqualTo(READER.read(mp3));
        assertThat(reason(Arrays.copyOf(id3, 100))).isEqualTo(Rejection.TRUNCATED);
    }

    @Test
    void streamsAndBytesReadTheSame() {
        byte[] ogg = clip("stereo.ogg");
        assertThat(READER.read(new ByteArrayInputStream(ogg))).isEqualTo(READER.read(ogg));
    }

    @Test
    void manyThreadsReadTheSame() {
        List<Decoding> alone =
                CLIPS_OF_EACH_KIND.stream().map(name -> READER.read(clip(name))).toList();
        List<List<Decoding>> together = IntStream.range(0, 24)
                .parallel()
                .mapToObj(turn -> CLIPS_OF_EACH_KIND.stream()
                        .map(name -> READER.read(clip(name)))
                        .toList())
                .toList();
        assertThat(together).allSatisfy(decodings -> assertThat(decodings).isEqualTo(alone));
    }

    @Test
    void whatIsAudioButNotReadIsNamed() {
        assertThat(reason(clip("opus.ogg"))).isEqualTo(Rejection.UNSUPPORTED_ENCODING);
        assertThat(reason(clip("free-format.mp3"))).isEqualTo(Rejection.UNSUPPORTED_ENCODING);
        assertThat(READER.read(Wav.join(Wav.int32(0x1C000000), Wav.ascii("ftypM4A "), new byte[50])))
                .isEqualTo(new Rejected(
                        Rejection.UNSUPPORTED_ENCODING,
                        "MP4 or M4A (AAC, ALAC) is not read; WAV, FLAC, OGG Vorbis and MP3 are"));
        assertThat(reason(Wav.ascii("FORM    AIFFCOMM"))).isEqualTo(Rejection.UNSUPPORTED_ENCODING);
    }

    /** Half a second of silence in 130 bytes; the same with 2,000 times as many frames would be hours. */
    @Test
    void aSmallFileThatUnpacksToHoursIsCutOff() {
        byte[] clip = clip("constant.flac");
        byte[] header = Arrays.copyOf(clip, clip.length - 28);
        assertThat(clip.length).isLessThan(200);
        AudioReader reader = AudioReader.withLimits(AudioLimits.STANDARD.withMaxSeconds(0.4));
        assertThat(reader.read(clip))
                .isInstanceOf(Rejected.class)
                .extracting(rejected -> ((Rejected) rejected).reason())
                .isEqualTo(Rejection.TOO_LONG);
        assertThat(reason(header)).isEqualTo(Rejection.TRUNCATED);
    }

    /** JLayer's table for 24 kHz has one wrong band edge (330 for 332), an error some 50 dB below the sound. */
    private static double tolerance(Golden golden) {
        return golden.name().endsWith(".mp3") && golden.sampleRateHz() == 24_000 ? 5e-3 : SAME;
    }

    private static Rejection reason(byte[] file) {
        return assertThat(READER.read(file))
                .asInstanceOf(InstanceOfAssertFactories.type(Rejected.class))
                .actual()
                .reason();
    }

    private static byte[] clip(String name) {
        return Golden.bytes("clips/" + name);
    }
}
