package dev.hearken.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearken.core.HearkenException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PcmStreamTest {
    @Test
    void aWavComesInBlocksAsItsSamplesMixedToMono() {
        int[] samples = new int[2 * 5_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i % 20_000;
        }
        byte[] wav = Wav.of(Wav.PCM, 2, 44_100, 16, Wav.int16(samples));

        PcmStream stream = PcmStream.wav(new ByteArrayInputStream(wav));

        float[] whole = ((Decoded) AudioReader.standard().read(wav)).waveform().toArray();
        assertThat(stream.sampleRateHz()).isEqualTo(44_100);
        assertThat(all(stream)).containsExactly(whole);
    }

    @Test
    void aRecorderThatCannotKnowTheLengthIsHeardToTheEnd() {
        byte[] wav = Wav.of(Wav.PCM, 1, 16_000, 16, Wav.int16(1, 2, 3));
        // The sizes of the file and of the sound, as sox writes them to a pipe.
        Arrays.fill(wav, 4, 8, (byte) 0xFF);
        Arrays.fill(wav, 40, 44, (byte) 0xFF);

        assertThat(all(PcmStream.wav(new ByteArrayInputStream(wav)))).hasSize(3);
    }

    @Test
    void samplesWithoutAHeaderAreSixteenBits() {
        byte[] raw = Wav.int16(0, 16_384, -32_768, 1);

        PcmStream stream = PcmStream.raw(new ByteArrayInputStream(raw), 8_000);

        assertThat(stream.sampleRateHz()).isEqualTo(8_000);
        assertThat(stream.read()).containsExactly(0, 0.5f, -1, 0x1p-15f);
        assertThat(stream.read()).isEmpty();
    }

    @Test
    void halfASampleAtTheEndIsLeftOut() {
        byte[] raw = Arrays.copyOf(Wav.int16(16_384, 1), 3);

        assertThat(all(PcmStream.raw(new ByteArrayInputStream(raw), 8_000))).containsExactly(0.5f);
    }

    @Test
    void whatBreaksOffIsGivenFirstAndToldThen() {
        byte[] wav = Wav.of(Wav.PCM, 1, 16_000, 16, Wav.int16(new int[4_000]));
        PcmStream stream = PcmStream.wav(new ByteArrayInputStream(wav, 0, 44 + 2 * 2_000));

        assertThat(stream.read()).hasSize(960);
        assertThat(stream.read()).hasSize(960);
        assertThatThrownBy(stream::read)
                .isInstanceOf(HearkenException.class)
                .extracting(failure -> ((HearkenException) failure).code())
                .isEqualTo("TRUNCATED");
    }

    @Test
    void whatIsNoWavIsRefusedByName() {
        assertRefused(new byte[0], "NOT_AUDIO");
        assertRefused("fLaC and more".getBytes(StandardCharsets.US_ASCII), "NOT_AUDIO");
        byte[] wav = Wav.of(Wav.PCM, 1, 16_000, 16, Wav.int16(1));
        assertRefused(Arrays.copyOf(wav, 20), "TRUNCATED");
        assertRefused(Wav.of(Wav.PCM, 1, 10, 16, Wav.int16(1)), "RATE_OUT_OF_RANGE");
        assertRefused(Wav.of(Wav.PCM, 64, 16_000, 16, Wav.int16(new int[64])), "TOO_MANY_CHANNELS");
        assertThatIllegalArgumentException().isThrownBy(() -> PcmStream.raw(new ByteArrayInputStream(new byte[0]), 0));
    }

    private static void assertRefused(byte[] bytes, String code) {
        assertThatThrownBy(() -> PcmStream.wav(new ByteArrayInputStream(bytes)))
                .isInstanceOf(HearkenException.class)
                .extracting(failure -> ((HearkenException) failure).code())
                .isEqualTo(code);
    }

    private static float[] all(PcmStream stream) {
        List<Float> samples = new ArrayList<>();
        for (float[] block = stream.read(); block.length > 0; block = stream.read()) {
            for (float sample : block) {
                samples.add(sample);
            }
        }
        float[] all = new float[samples.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = samples.get(i);
        }
        return all;
    }
}
