package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Rejection;
import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipLoaderTest {
    @TempDir
    Path folder;

    @Test
    void clipsComeInOrderAtTheRateAskedFor() throws IOException {
        List<LabelledClip> clips = List.of(sound("a", 16_000, 1600), sound("b", 8_000, 400));

        LoadedClips loaded = ClipLoader.at(8_000).load(clips);

        assertThat(loaded.labelled()).isEqualTo(clips);
        assertThat(loaded.clips()).extracting(clip -> clip.waveform().length()).containsExactly(800, 400);
        assertThat(loaded.clips()).allMatch(clip -> clip.waveform().sampleRateHz() == 8_000);
        assertThat(loaded.rejected()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsPassedOverAndListed() throws IOException {
        LabelledClip good = sound("a", 8_000, 400);
        Path notes = Files.writeString(folder.resolve("notes.wav"), "not a sound");
        Path empty = Files.createFile(folder.resolve("empty.wav"));
        List<LabelledClip> clips = List.of(LabelledClip.of(notes, "yes"), good, LabelledClip.of(empty, "no"));

        LoadedClips loaded = ClipLoader.at(8_000).load(clips);

        assertThat(loaded.labelled()).containsExactly(good);
        assertThat(loaded.rejected())
                .extracting(RejectedClip::reason)
                .containsExactly(Rejection.NOT_AUDIO, Rejection.EMPTY);
        assertThat(loaded.rejected().get(0)).asString().contains("notes.wav: NOT_AUDIO");
        assertThat(loaded.select(clips)).extracting(LoadedClip::clip).containsExactly(good);
    }

    @Test
    void stretchesOfOneFileAreCutOutOfIt() throws IOException {
        LabelledClip whole = sound("a", 8_000, 8_000);
        LabelledClip middle = cut(whole, 0.25, 0.5);
        LabelledClip rounded = cut(whole, 0.75, 1.25);
        LabelledClip toTheEnd = cut(whole, 0.875, Span.TO_THE_END);
        LabelledClip after = cut(whole, 1.0, 2.0);
        LabelledClip beyond = cut(whole, 0.5, 1.75);

        LoadedClips loaded = ClipLoader.at(8_000).load(List.of(middle, whole, rounded, toTheEnd, after, beyond));

        assertThat(loaded.labelled()).containsExactly(middle, whole, rounded, toTheEnd);
        assertThat(loaded.clips())
                .extracting(clip -> clip.waveform().length())
                .containsExactly(2_000, 8_000, 2_000, 1_000);
        assertThat(loaded.clips().get(0).waveform())
                .isEqualTo(loaded.clips().get(1).waveform().window(2_000, 4_000));
        assertThat(loaded.rejected()).extracting(RejectedClip::reason).containsOnly(Rejection.TRUNCATED);
        assertThat(loaded.rejected().get(1))
                .asString()
                .endsWith("a.wav (0.5-1.75 s): TRUNCATED, the recording ends at 1.000 s");
    }

    private static LabelledClip cut(LabelledClip clip, double from, double to) {
        return clip.recording().cut(new Span(from, to)).labelled(clip.label());
    }

    @Test
    void moreSoundThanFitsIsRefused() throws IOException {
        List<LabelledClip> clips = List.of(sound("a", 8_000, 600), sound("b", 8_000, 600));

        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(() -> new ClipLoader(AudioReader.standard(), 8_000, 1_000).load(clips))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("DATASET_TOO_LARGE"));
    }

    private LabelledClip sound(String name, int sampleRateHz, int samples) throws IOException {
        float[] wave = new float[samples];
        for (int i = 0; i < samples; i++) {
            wave[i] = (float) Math.sin(0.05 * i) / 2;
        }
        Path file = folder.resolve(name + ".wav");
        WavWriter.write(Waveform.of(wave, sampleRateHz), file);
        return LabelledClip.of(file, "yes");
    }
}
