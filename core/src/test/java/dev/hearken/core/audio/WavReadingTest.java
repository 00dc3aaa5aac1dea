package dev.hearken.core.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class WavReadingTest {
    private static final AudioReader READER = AudioReader.standard();

    @Test
    void eightBitsAreUnsignedAroundTheMiddle() {
        byte[] sound = {(byte) 0, (byte) 64, (byte) 128, (byte) 192};
        assertThat(samples(Wav.of(Wav.PCM, 1, 8000, 8, sound))).containsExactly(-1f, -0.5f, 0f, 0.5f);
    }

    @Test
    void sixteenBitsAreSigned() {
        byte[] sound = Wav.int16(-32768, 16384, 1);
        assertThat(samples(Wav.of(Wav.PCM, 1, 8000, 16, sound))).containsExactly(-1f, 0.5f, 0x1p-15f);
    }

    @Test
    void twentyFourBitsAreSigned() {
        byte[] sound = Wav.int24(-8_388_608, 4_194_304, -1);
        assertThat(samples(Wav.of(Wav.PCM, 1, 8000, 24, sound))).containsExactly(-1f, 0.5f, -0x1p-23f);
    }

    @Test
    void thirtyTwoBitsAreSigned() {
        byte[] sound = Wav.int32(Integer.MIN_VALUE, 1 << 30);
        assertThat(samples(Wav.of(Wav.PCM, 1, 8000, 32, sound))).containsExactly(-1f, 0.5f);
    }

    @Test
    void floatsAreTakenAsTheyAre() {
        assertThat(samples(Wav.of(Wav.FLOAT, 1, 8000, 32, Wav.float32(-0.1f, 1.5f))))
                .containsExactly(-0.1f, 1.5f);
        assertThat(samples(Wav.of(Wav.FLOAT, 1, 8000, 64, Wav.float64(-0.25, 0.1))))
                .containsExactly(-0.25f, 0.1f);
    }

    @Test
    void muLawAndALawAreExpandedAsItuG711Says() {
        byte[] sound = {(byte) 0xFF, (byte) 0x80, 0x00, (byte) 0xE7};
        // silence, the loudest positive and negative sample, and a middling one: (8 * 8 + 132) * 2 - 132 = 260
        assertThat(samples(Wav.of(Wav.MU_LAW, 1, 8000, 8, sound)))
                .containsExactly(0f, 32124 / 32768f, -32124 / 32768f, 260 / 32768f);
        byte[] aLaw = {(byte) 0xD5, (byte) 0xAA, 0x2A};
        assertThat(samples(Wav.of(Wav.A_LAW, 1, 8000, 8, aLaw)))
                .containsExactly(8 / 32768f, 32256 / 32768f, -32256 / 32768f);
    }

    @Test
    void theExtensibleFormatNamesItsCodingFurtherBehind() {
        byte[] wav =
                Wav.file(Wav.extensible(Wav.FLOAT, 1, 96_000, 32, 32), Wav.chunk("data", Wav.float32(0.5f, -0.5f)));
        assertThat(samples(wav)).containsExactly(0.5f, -0.5f);
    }

    @Test
    void twentyBitsSitAtTheTopOfTwentyFour() {
        byte[] wav =
                Wav.file(Wav.extensible(Wav.PCM, 1, 48_000, 24, 20), Wav.chunk("data", Wav.int24(0x400000, -0x800000)));
        assertThat(samples(wav)).containsExactly(0.5f, -1f);
    }

    @Test
    void channelsAreMixedToTheirMean() {
        byte[] stereo = Wav.int16(16384, 0, -16384, -16384);
        assertThat(samples(Wav.of(Wav.PCM, 2, 8000, 16, stereo))).containsExactly(0.25f, -0.5f);
        byte[] eight = Wav.float32(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(samples(Wav.of(Wav.FLOAT, 8, 8000, 32, eight))).containsExactly(4.5f);
    }

    @Test
    void theSourceFormatIsTold() {
        Decoded decoded = decoded(Wav.of(Wav.PCM, 2, 11_025, 24, new byte[12]));
        assertThat(decoded.format()).isEqualTo(new SourceFormat(SourceFormat.Container.WAV, "pcm_s24", 11_025, 2));
        assertThat(decoded.waveform().sampleRateHz()).isEqualTo(11_025);
        assertThat(decoded.waveform().length()).isEqualTo(2);
    }

    @Test
    void otherChunksAreSteppedOver() {
        byte[] wav = Wav.file(
                Wav.chunk("JUNK", new byte[27]),
                Wav.format(Wav.PCM, 1, 8000, 16),
                Wav.chunk("LIST", new byte[5]),
                Wav.chunk("data", Wav.int16(8192)),
                Wav.chunk("id3 ", new byte[100]));
        assertThat(samples(wav)).containsExactly(0.25f);
    }

    @Test
    void aPlaceholderForTheSizeMeansToTheEndOfTheFile() {
        for (int size : new int[] {0, -1, 0x7FFFF000, Integer.MAX_VALUE}) {
            byte[] wav = Wav.join(
                    Wav.ascii("RIFF"),
                    Wav.int32(size),
                    Wav.ascii("WAVE"),
                    Wav.format(Wav.PCM, 1, 8000, 16),
                    Wav.ascii("data"),
                    Wav.int32(size),
                    Wav.int16(8192, -8192),
                    new byte[1]);
            assertThat(samples(wav)).as("size %d", size).containsExactly(0.25f, -0.25f);
        }
    }

    @Test
    void whatWavWriterWroteComesBack() {
        Waveform tone = Sounds.tone(440, 0.9, 22_050, 500);
        Waveform back = decoded(WavWriter.toBytes(tone)).waveform();
        assertThat(back.sampleRateHz()).isEqualTo(22_050);
        assertThat(back.toArray()).containsExactly(tone.toArray(), org.assertj.core.api.Assertions.within(0x1p-16f));
    }

    @Test
    void wavWriterClipsWhatDoesNotFit() {
        Waveform loud = Waveform.of(new float[] {2f, -2f, 1e30f}, 8000);
        assertThat(samples(WavWriter.toBytes(loud))).containsExactly(32767 / 32768f, -1f, 32767 / 32768f);
    }

    private static float[] samples(byte[] file) {
        return decoded(file).waveform().toArray();
    }

    private static Decoded decoded(byte[] file) {
        return assertThat(READER.read(file))
                .asInstanceOf(InstanceOfAssertFactories.type(Decoded.class))
                .actual();
    }
}
