package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class DatasetAuditTest {
    private static final long SEED = 1;

    @TempDir
    Path folder;

    @Test
    void plantedCopiesAreFoundAndNothingElse() throws IOException {
        takeSomeDigits();
        write("3_anna_0.wav", scaled(recording("3_theo_9"), 0.3f));
        write(
                "4_george_90.wav",
                recording("4_george_9").window(-160, recording("4_george_9").length()));
        write("5_george_90.wav", noisy(recording("5_george_9"), 30));
        Files.copy(folder.resolve("3_jackson_9.wav"), folder.resolve("5_jackson_90.wav"));

        DatasetAudit audit = DatasetAudit.of(ClipFolder.read(folder), List.of(), SEED);

        assertThat(audit.copies().stream().map(DatasetAuditTest::names))
                .containsExactlyInAnyOrder(
                        "3_anna_0 3_theo_9",
                        "4_george_9 4_george_90",
                        "5_george_9 5_george_90",
                        "3_jackson_9 5_jackson_90");
        for (CopySet set : audit.copies()) {
            boolean planted = names(set).startsWith("3_jackson");
            assertThat(set.exact()).isEqualTo(planted);
            assertThat(set.labelsDiffer()).isEqualTo(planted);
            assertThat(set.groupsDiffer()).isEqualTo(names(set).startsWith("3_anna"));
        }
        assertThat(audit.toText())
                .contains("8 clips are copies of each other, in 4 sets (1 byte for byte, 3 alike in sound):")
                .contains("UNDER TWO LABELS")
                .contains("copies under two groups pass every split by group");
    }

    @Test
    void aSplitByGroupKeepsSpeakersApartAndARandomOneDoesNot() throws IOException {
        takeSomeDigits();
        Files.writeString(folder.resolve("3_theo_99.wav"), "no sound at all");

        DatasetAudit audit = DatasetAudit.of(ClipFolder.read(folder), List.of(), SEED);
        ObjectNode json = audit.toJson();

        assertThat(audit.random().groupsOnBothSides()).isEqualTo(3);
        assertThat(audit.splits())
                .extracting(AuditedSplit::name)
                .containsExactly("random", "official", "leave-one-speaker-out");
        assertThat(audit.grouped()).hasValueSatisfying(split -> {
            assertThat(split.name()).isEqualTo("leave-one-speaker-out");
            assertThat(split.testClips()).isEqualTo(90);
        });
        assertThat(json.get("clips").asInt()).isEqualTo(90);
        assertThat(json.get("groups").asInt()).isEqualTo(3);
        assertThat(json.get("rejected").get(0).get("file").asString()).isEqualTo("3_theo_99.wav");
        assertThat(json.get("splits").get(0).get("groups_on_both_sides").asInt())
                .isEqualTo(3);
        assertThat(json.get("leak").has("difference")).isTrue();
        assertThat(audit.toText()).contains("1 files could not be read:", "3_theo_99.wav: NOT_AUDIO");
    }

    @Test
    void allOfFsddHoldsNoCopyAndLeaksItsSpeakers() {
        ClipFolder fsdd = ClipFolder.read(SharedData.folder("fsdd"));

        DatasetAudit audit = DatasetAudit.of(fsdd, List.of(Protocol.parse("leave-one-speaker-out")), SEED);

        assertThat(audit.copies()).isEmpty();
        // Seen when this was written: 94.6 % and 72.4 %.
        assertThat(audit.random().accuracy().value()).isBetween(0.92, 0.97);
        assertThat(audit.grouped())
                .hasValueSatisfying(
                        split -> assertThat(split.accuracy().value()).isBetween(0.65, 0.80));
    }

    @Test
    void aSplitSomebodyMadeIsAuditedAsItStands() throws IOException {
        takeSomeDigits();
        Path split = folder.resolve("split");
        copy("3_theo_1", split.resolve("train/3"));
        copy("3_theo_2", split.resolve("train/3"));
        copy("4_george_1", split.resolve("train/4"));
        copy("4_george_2", split.resolve("train/4"));
        copy("3_theo_3", split.resolve("test/3"));
        copy("4_jackson_1", split.resolve("test/4"));
        WavWriter.write(scaled(recording("4_george_1"), 0.5f), split.resolve("test/4/4_lucas_1.wav"));

        AuditedSplit given = DatasetAudit.of(ClipFolder.read(split), List.of(), SEED)
                .splits()
                .get(1);

        assertThat(given.name()).isEqualTo("given");
        assertThat(given.testClips()).isEqualTo(3);
        // theo is heard in training and test, and what is said to be lucas is george, half as loud.
        assertThat(given.groupsOnBothSides()).isEqualTo(1);
        assertThat(given.testClipsWithCopy()).isEqualTo(1);
    }

    @Test
    void clipsWithoutGroupsGetAWarningInsteadOfAComparison() throws IOException {
        takeSomeDigits();
        Path byLabel = folder.resolve("by-label");
        for (String name : List.of("3_theo_5", "3_theo_6", "3_theo_7", "4_theo_5", "4_theo_6", "4_theo_7")) {
            Path file = byLabel.resolve(name.substring(0, 1)).resolve("clip" + name.substring(7) + ".wav");
            Files.createDirectories(byLabel.resolve(name.substring(0, 1)));
            Files.copy(folder.resolve(name + ".wav"), file);
        }

        DatasetAudit audit = DatasetAudit.of(ClipFolder.read(byLabel), List.of(), SEED);

        assertThat(audit.grouped()).isEmpty();
        assertThat(audit.toJson().has("leak")).isFalse();
        assertThat(audit.toText()).contains("no split keeps known groups apart");
    }

    /** Three speakers, three digits, takes 0 to 9. */
    private void takeSomeDigits() throws IOException {
        Path source = SharedData.folder("fsdd/recordings");
        for (String speaker : List.of("george", "jackson", "theo")) {
            for (int digit = 3; digit <= 5; digit++) {
                for (int take = 0; take < 10; take++) {
                    String name = digit + "_" + speaker + "_" + take + ".wav";
                    Files.copy(source.resolve(name), folder.resolve(name));
                }
            }
        }
    }

    private void copy(String name, Path target) throws IOException {
        Files.createDirectories(target);
        Files.copy(folder.resolve(name + ".wav"), target.resolve(name + ".wav"));
    }

    private Waveform recording(String name) {
        return ((Decoded) AudioReader.standard().read(folder.resolve(name + ".wav"))).waveform();
    }

    private void write(String name, Waveform waveform) throws IOException {
        WavWriter.write(waveform, folder.resolve(name));
    }

    private static Waveform scaled(Waveform waveform, float gain) {
        float[] samples = waveform.toArray();
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= gain;
        }
        return Waveform.of(samples, waveform.sampleRateHz());
    }

    /** What a lossy encoding leaves: noise of this many decibels below the recording. */
    private static Waveform noisy(Waveform waveform, double snrDb) {
        float[] samples = waveform.toArray();
        double energy = 0;
        for (float sample : samples) {
            energy += sample * sample;
        }
        double noise = Math.sqrt(energy / samples.length) * Math.pow(10, -snrDb / 20);
        Random random = new Random(SEED);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (float) (noise * random.nextGaussian());
        }
        return Waveform.of(samples, waveform.sampleRateHz());
    }

    private static String names(CopySet set) {
        return set.clips().stream()
                .map(clip -> String.valueOf(clip.file().getFileName()).replace(".wav", ""))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
