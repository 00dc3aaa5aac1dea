package dev.hearken.core.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AudioReaderPropertiesTest {
    private static final List<String> CLIPS = List.of(
            "fixed-predictors.flac", "24-bit.flac", "low-rate.ogg", "stereo.ogg", "mono-8000.mp3", "joint-stereo.mp3");

    @Property(tries = 300)
    void arbitraryBytesAreAnsweredAndNeverThrown(@ForAll @Size(max = 3000) byte[] bytes) {
        assertThat(AudioReader.standard().read(bytes)).isNotNull();
    }

    @Property(tries = 300)
    void arbitraryBytesBehindAGoodBeginningAreAnsweredAndNeverThrown(
            @ForAll("clips") String clip,
            @ForAll @IntRange(min = 4, max = 2000) int keep,
            @ForAll @Size(max = 2000) byte[] rest) {
        byte[] whole = Golden.bytes("clips/" + clip);
        byte[] file = Wav.join(Arrays.copyOf(whole, keep), rest);
        assertThat(AudioReader.standard().read(file)).isNotNull();
    }

    @Property(tries = 300)
    void damagedClipsAreAnsweredAndNeverThrown(
            @ForAll("clips") String clip,
            @ForAll @Size(min = 1, max = 20) List<Integer> places,
            @ForAll byte replacement) {
        byte[] file = Golden.bytes("clips/" + clip);
        for (int place : places) {
            file[Math.floorMod(place, file.length)] = replacement;
        }
        assertThat(AudioReader.standard().read(file)).isNotNull();
    }

    @Property(tries = 200)
    void sixteenBitWavOfAnyShapeComesBackExactly(
            @ForAll @IntRange(min = 1, max = 8) int channels,
            @ForAll @IntRange(min = 1000, max = 384_000) int rate,
            @ForAll @Size(min = 1, max = 500) List<Short> samples) {
        int[] interleaved = new int[samples.size() * channels];
        for (int i = 0; i < interleaved.length; i++) {
            interleaved[i] = samples.get(i / channels);
        }
        Decoding decoding = AudioReader.standard().read(Wav.of(Wav.PCM, channels, rate, 16, Wav.int16(interleaved)));
        Waveform waveform = ((Decoded) decoding).waveform();
        assertThat(waveform.sampleRateHz()).isEqualTo(rate);
        assertThat(waveform.length()).isEqualTo(samples.size());
        for (int i = 0; i < waveform.length(); i++) {
            assertThat(waveform.sample(i) * 32_768).isEqualTo(samples.get(i).floatValue());
        }
    }

    @Property(tries = 100)
    void resamplingAnyRateToAnyOtherGivesTheLengthRoundedUpAndStaysInBounds(
            @ForAll @IntRange(min = 1000, max = 100_000) int source,
            @ForAll @IntRange(min = 1000, max = 100_000) int target,
            @ForAll @IntRange(max = 2000) int samples) {
        float[] square = new float[samples];
        for (int i = 0; i < samples; i++) {
            square[i] = i % 7 < 3 ? 1 : -1;
        }
        Waveform resampled = Resampler.resample(Waveform.of(square, source), target);
        assertThat(resampled.length()).isEqualTo((int) Math.ceil((double) samples * target / source));
        for (float sample : resampled.toArray()) {
            assertThat(sample).isBetween(-3f, 3f);
        }
    }

    @Provide
    Arbitrary<String> clips() {
        return Arbitraries.of(CLIPS);
    }
}
