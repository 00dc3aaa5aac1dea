package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.hearken.core.HearkenException;
import dev.hearken.core.task.Label;
import dev.hearken.lab.dataset.SkippedEntry.Reason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every layout is recognised by itself, as its authors write it. */
class LayoutTest {
    @TempDir
    Path root;

    @Test
    void anAudiofolderNamesFilesAndLabelsInItsMetadata() throws IOException {
        touch("clips/a.wav", "clips/b.wav");
        write("metadata.csv", "file_name,label,Speaker,fluency", "clips/a.wav,good,anna,8.75", "clips/b.wav,bad,bert,");

        ClipFolder folder = read("audiofolder");

        assertThat(folder.recordings().get(0))
                .isEqualTo(new Recording(
                        root.resolve("clips/a.wav"),
                        Optional.empty(),
                        Optional.of(label("good")),
                        Optional.of("anna"),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Map.of("label", "good", "speaker", "anna", "fluency", "8.75")));
        assertThat(folder.recordings().get(1).attributes()).doesNotContainKey("fluency");
    }

    @Test
    void ljSpeechNamesTheRecordingAndWhatIsSaid() throws IOException {
        touch("wavs/LJ001-0001.wav", "wavs/LJ001-0002.flac");
        write(
                "metadata.csv",
                "LJ001-0001|In 1455, \"Printing\"|In fourteen fifty-five, \"Printing\"",
                "LJ001-0002|and no more|",
                "LJ001-0003|nobody recorded this|");

        ClipFolder folder = read("ljspeech");

        assertThat(folder.recordings())
                .extracting(Recording::transcript)
                .containsExactly(Optional.of("In fourteen fifty-five, \"Printing\""), Optional.of("and no more"));
        assertThat(folder.groups()).containsExactly("LJ");
        assertThat(folder.skipped()).extracting(SkippedEntry::reason).containsExactly(Reason.MISSING_FILE);
    }

    @Test
    void libriSpeechKeepsTranscriptsBesideTheRecordingsOfAChapter() throws IOException {
        touch("84/121123/84-121123-0000.flac", "26/495/26-495-0001.flac");
        write("84/121123/84-121123.trans.txt", "84-121123-0000 GO DO YOU HEAR");
        write("26/495/26-495.trans.txt", "26-495-0001 NOT AT ALL");

        ClipFolder folder = read("librispeech");

        assertThat(folder.recordings())
                .extracting(Recording::transcript)
                .containsExactlyInAnyOrder(Optional.of("GO DO YOU HEAR"), Optional.of("NOT AT ALL"));
        assertThat(folder.groups()).containsExactly("26", "84");
    }

    @Test
    void commonVoiceListsClipsAndTheirSpeakersAndSentences() throws IOException {
        touch("clips/common_voice_en_1.mp3", "clips/common_voice_en_2.mp3");
        write(
                "validated.tsv",
                "client_id\tpath\tsentence\tup_votes",
                "abc\tcommon_voice_en_1.mp3\tGood morning.\t2",
                "def\tcommon_voice_en_2.mp3\tAre you there?\t3");
        write("train.tsv", "client_id\tpath\tsentence", "abc\tcommon_voice_en_1.mp3\tGood morning.");

        ClipFolder folder = read("common-voice");

        assertThat(folder.recordings())
                .extracting(Recording::transcript)
                .containsExactly(Optional.of("Good morning."), Optional.of("Are you there?"));
        assertThat(folder.groups()).containsExactly("abc", "def");
    }

    @Test
    void anAudiofolderInPartsMakesASplit() throws IOException {
        touch("data/train/a.wav", "data/train/b.wav", "data/test/c.wav");
        write(
                "data/train/metadata.jsonl",
                "{\"file_name\": \"a.wav\", \"label\": 0}",
                "{\"file_name\": \"b.wav\", \"label\": 1}");
        write("data/test/metadata.jsonl", "{\"file_name\": \"c.wav\", \"label\": 1, \"score\": null}");

        ClipFolder folder = read("audiofolder");

        assertThat(folder.labels().names()).containsExactly("0", "1");
        assertThat(Fold.given(folder.clips())).hasValueSatisfying(fold -> {
            assertThat(fold.train()).hasSize(2);
            assertThat(fold.test()).extracting(LabelledClip::file).containsExactly(root.resolve("data/test/c.wav"));
        });
    }

    @Test
    void anAudiofolderWithoutLabelsHasRecordingsForARecipeToLabel() throws IOException {
        touch("a.wav");
        write("metadata.csv", "file_name,fluency", "a.wav,9.5");

        ClipFolder folder = read("audiofolder");

        assertThat(folder.clips()).isEmpty();
        assertThat(folder.recordings().get(0).labelled(label("good")).attributes())
                .containsEntry("fluency", "9.5");
        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(folder::labels)
                .withMessageContaining("what is told: [fluency]")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("DATASET_NO_LABELS"));
    }

    @Test
    void aTableIsReadWithItsSpansSpeakersAndParts() throws IOException {
        touch("wav/a.wav", "wav/b.wav");
        write(
                "clips.csv",
                "\"Path\";\"Class\";\"Start Time\";\"End Time\";\"Split\"",
                "wav/a.wav;\"dog; big\";0.5;1.25;train",
                "wav/a.wav;cat;2;;test",
                "wav/b.wav;cat;;;");

        ClipFolder folder = read("table");

        assertThat(folder.recordings())
                .extracting(Recording::span)
                .containsExactly(
                        Optional.of(new Span(0.5, 1.25)), Optional.of(new Span(2, Span.TO_THE_END)), Optional.empty());
        assertThat(folder.labels().names()).containsExactly("cat", "dog; big");
        assertThat(folder.recordings())
                .extracting(Recording::part)
                .containsExactly(Optional.of(SplitPart.TRAIN), Optional.of(SplitPart.TEST), Optional.empty());
        assertThat(folder.recordings())
                .extracting(Recording::group)
                .as("stretches of one recording belong together")
                .containsExactly(Optional.of("wav/a.wav"), Optional.of("wav/a.wav"), Optional.empty());
    }

    @Test
    void aTableMayBeGivenByItself() throws IOException {
        touch("sounds/a.wav", "other/b.wav");
        Path table = write("list.tsv", "file\tlabel\tfold", "sounds\\a.wav\tdog\t3");

        ClipFolder folder = ClipFolder.read(table);

        assertThat(folder.groups()).containsExactly("fold-3");
        assertThat(folder.recordings()).extracting(Recording::file).containsExactly(root.resolve("sounds/a.wav"));
        assertThat(folder.unplaced()).isEmpty();
    }

    @Test
    void aTableThatLiesAboutIsNotALayout() throws IOException {
        touch("yes/a.wav", "no/b.wav");
        write("durations.csv", "file,duration", "yes/a.wav,1.0");
        write("results.csv", "path,label", "elsewhere/a.wav,yes");

        assertThat(read("folder-per-label").labels().names()).containsExactly("no", "yes");
    }

    @Test
    void nemoNamesCommandsAndOffsets() throws IOException {
        touch("a.wav", "b.wav");
        Path absolute = root.resolve("b.wav").toAbsolutePath();
        write(
                "train_manifest.json",
                "{\"audio_filepath\": \"a.wav\", \"offset\": 1.5, \"duration\": 0.5, \"command\": \"yes\"}",
                "{\"audio_filepath\": \"" + absolute + "\", \"duration\": 0.5, \"label\": \"no\", \"speaker\": 7}");

        ClipFolder folder = read("nemo");

        assertThat(folder.recordings())
                .extracting(Recording::span)
                .containsExactly(Optional.of(new Span(1.5, 2)), Optional.empty());
        assertThat(folder.labels().names()).containsExactly("no", "yes");
        assertThat(folder.groups()).containsExactly("7", "a.wav");
        assertThat(folder.recordings()).allMatch(recording -> recording.part().equals(Optional.of(SplitPart.TRAIN)));
    }

    @Test
    void textsAreLabelsWhereTheSameComeAgainAndAgain() throws IOException {
        touch("1.wav", "2.wav", "3.wav");
        String line = "{\"audio_filepath\": \"%d.wav\", \"duration\": 1, \"text\": \"%s\"}";
        write("m.json", line.formatted(1, "on"), line.formatted(2, "on"), line.formatted(3, "on"));
        assertThat(read("nemo").labels().names()).containsExactly("on");

        write("m.json", line.formatted(1, "a sentence"), line.formatted(2, "another"), line.formatted(3, "a third"));
        assertThat(read("nemo").clips()).isEmpty();
        assertThat(read("nemo").recordings().get(0).attributes()).containsEntry("text", "a sentence");
    }

    @Test
    void kaldiHasSpeakersTextsAndSegments() throws IOException {
        touch("audio/long talk.wav");
        write("data/train/wav.scp", "rec1 audio/long talk.wav");
        write("data/train/segments", "u1 rec1 0.5 1.5", "u2 rec1 2 2.5", "u3 rec1 3 -1", "u4 rec9 1 2", "u5 rec1 2 2");
        write("data/train/utt2spk", "u1 anna", "u2 anna", "u3 bert");
        write("data/train/text", "u1 yes", "u2 yes", "u3 yes");

        ClipFolder folder = read("kaldi");

        assertThat(folder.recordings())
                .extracting(Recording::span)
                .containsExactly(
                        Optional.of(new Span(0.5, 1.5)),
                        Optional.of(new Span(2, 2.5)),
                        Optional.of(new Span(3, Span.TO_THE_END)));
        assertThat(folder.groups()).containsExactly("anna", "bert");
        assertThat(folder.labels().names()).containsExactly("yes");
        assertThat(folder.recordings()).allMatch(recording -> recording.part().equals(Optional.of(SplitPart.TRAIN)));
        assertThat(folder.skipped())
                .extracting(SkippedEntry::reason)
                .containsExactly(Reason.MALFORMED, Reason.EMPTY_SPAN);
    }

    @Test
    void kaldiWithoutSegmentsMeansWholeFiles() throws IOException {
        touch("a.wav");
        write("wav.scp", "u1 a.wav");
        write("text", "u1 WHAT WAS SAID");

        assertThat(read("kaldi").recordings())
                .containsExactly(Recording.of(root.resolve("a.wav")).with(Map.of("text", "WHAT WAS SAID")));
    }

    @Test
    void commandsInDataAreNeverRun() throws IOException {
        Path proof = root.resolve("proof");
        write("wav.scp", "u1 touch " + proof + " |");

        refuses("DATASET_PIPED_COMMAND", root);
        assertThat(proof).doesNotExist();
    }

    @Test
    void audacitysLabelTracksCutARecording() throws IOException {
        touch("talk.wav", "silent.wav");
        write(
                "talk.txt",
                "0.500000\t1.250000\tdog",
                "\\\t100.0\t2000.0",
                "2,5\t3,0\tcat",
                "4.0\t4.0\tmark",
                "5.0\t6.0\t",
                "");

        ClipFolder folder = read("audacity");

        assertThat(folder.recordings())
                .extracting(Recording::span)
                .containsExactly(Optional.of(new Span(0.5, 1.25)), Optional.of(new Span(2.5, 3)));
        assertThat(folder.groups()).containsExactly("talk.wav");
        assertThat(folder.skipped())
                .extracting(SkippedEntry::where, SkippedEntry::reason)
                .containsExactly(tuple("talk.txt:4", Reason.EMPTY_SPAN), tuple("talk.txt:5", Reason.MALFORMED));
        assertThat(folder.unplaced()).containsExactly(root.resolve("silent.wav"));
    }

    @Test
    void esc50HasItsTableAndFolds() throws IOException {
        touch("audio/1-100032-A-0.wav", "audio/5-9032-A-36.wav");
        write(
                "meta/esc50.csv",
                "filename,fold,target,category,esc10,src_file,take",
                "1-100032-A-0.wav,1,0,dog,True,100032,A",
                "5-9032-A-36.wav,5,36,vacuum_cleaner,False,9032,A");

        ClipFolder folder = read("esc-50");

        assertThat(folder.labels().names()).containsExactly("dog", "vacuum_cleaner");
        assertThat(folder.groups()).containsExactly("fold-1", "fold-5");
        assertThat(folder.recordings().get(0).attributes()).containsEntry("esc10", "True");
    }

    @Test
    void speechCommandsListsMakeTheSplit() throws IOException {
        touch(
                "yes/0b40aa8e_nohash_0.wav",
                "yes/1b40aa8e_nohash_0.flac",
                "no/2b40aa8e_nohash_0.wav",
                "_background_noise_/pink_noise.wav");
        write("validation_list.txt", "yes/1b40aa8e_nohash_0.wav");
        write("testing_list.txt", "no/2b40aa8e_nohash_0.wav");

        ClipFolder folder = read("speech-commands");

        assertThat(folder.labels().names()).containsExactly("no", "yes");
        assertThat(folder.noises()).containsExactly(root.resolve("_background_noise_/pink_noise.wav"));
        assertThat(Fold.given(folder.clips())).hasValueSatisfying(fold -> {
            assertThat(fold.train()).hasSize(1);
            assertThat(fold.validation()).extracting(LabelledClip::group).containsExactly(Optional.of("1b40aa8e"));
            assertThat(fold.test()).extracting(LabelledClip::group).containsExactly(Optional.of("2b40aa8e"));
        });
    }

    @Test
    void rowsThatLeadNowhereAreListedAndNeverFatal() throws IOException {
        touch("in/a.wav", "in/b.wav", "in/c.wav", "outside.wav");
        write(
                "in/metadata.csv",
                "file_name,label,start,end",
                "a.wav,yes,,",
                "absent.wav,yes,,",
                "/absent/too.wav,yes,,",
                "../outside.wav,yes,,",
                "a.wav,yes,,",
                ",yes,,",
                "b.wav,yes,1,0.5",
                "b.wav,yes,soon,2",
                "c.wav,yes,,",
                "c.wav,no,,",
                "b.wav,%s,,".formatted("y".repeat(201)));

        ClipFolder folder = ClipFolder.read(root.resolve("in"));

        assertThat(folder.recordings()).extracting(Recording::file).containsExactly(root.resolve("in/a.wav"));
        assertThat(folder.skipped())
                .extracting(entry -> entry.where() + " " + entry.reason())
                .containsExactly(
                        "metadata.csv:3 MISSING_FILE",
                        "metadata.csv:4 MISSING_FILE",
                        "metadata.csv:5 OUTSIDE_FOLDER",
                        "metadata.csv:7 MALFORMED",
                        "metadata.csv:8 EMPTY_SPAN",
                        "metadata.csv:9 MALFORMED",
                        "metadata.csv:12 MALFORMED",
                        "metadata.csv:6 DUPLICATE",
                        "metadata.csv:10 CONFLICTING_LABELS",
                        "metadata.csv:11 CONFLICTING_LABELS");
        assertThat(folder.skipped().get(0)).hasToString("metadata.csv:3: MISSING_FILE, there is no absent.wav");
    }

    @Test
    void jsonThatIsBrokenInOneLineIsPassedOverThere() throws IOException {
        touch("a.wav");
        write("m.jsonl", "{\"audio_filepath\": \"a.wav\", \"label\": \"yes\"}", "{\"audio_filepath\": ", "[1]");

        assertThat(read("nemo").skipped()).extracting(SkippedEntry::where).containsExactly("m.jsonl:2", "m.jsonl:3");
    }

    @Test
    void whatSpreadsheetsWriteIsRead() throws IOException {
        touch("ä.wav");
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            String text = "\uFEFFfile_name\tlabel\r\n\"ä.wav\"\t\"\"\"quoted\"\"\r\nlines\"\r\n";
            Files.write(root.resolve("metadata.csv"), text.getBytes(charset));

            assertThat(read("audiofolder").labels().names()).containsExactly("\"quoted\"\r\nlines");
        }
    }

    @Test
    void manifestsThatCannotBeReadAreRefusedWithAStableCode() throws IOException {
        touch("a.wav");
        Path table = write("clips.csv", "path,label", "a.wav,yes", "a.wav,\"never closed");
        refuses("DATASET_MANIFEST_MALFORMED", root);
        refuses("DATASET_NOT_A_FOLDER", write("notes.md", "# notes"));
        Files.write(table, "path,label\na.wav,\u00fcber\n".getBytes(StandardCharsets.ISO_8859_1));
        refuses("DATASET_MANIFEST_NOT_UTF8", root);
        write("clips.csv", "path,label", "b.wav,yes");
        refuses("DATASET_NO_CLIPS", table);
    }

    private ClipFolder read(String layout) {
        ClipFolder folder = ClipFolder.read(root);
        assertThat(folder.layout()).isEqualTo(layout);
        return folder;
    }

    private static void refuses(String code, Path given) {
        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(() -> ClipFolder.read(given))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Label label(String name) {
        return new Label(name);
    }

    private Path write(String name, String... lines) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.write(file, List.of(lines));
    }

    private void touch(String... names) throws IOException {
        for (String name : names) {
            Path file = root.resolve(name);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file);
        }
    }
}
