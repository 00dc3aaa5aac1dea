package dev.hearken.lab.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.inference.Classifier;
import dev.hearken.lab.dataset.ClipFolder;
import dev.hearken.lab.dataset.Recording;
import dev.hearken.lab.dataset.SharedData;
import dev.hearken.lab.phonetics.SpokenPhrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhraseSearchTest {
    private static final int MOST = 40;

    @Test
    void transcriptsAreSearchedForWholeWordsOneAfterTheOther(@TempDir Path root) throws IOException {
        write(root, "a good morning to you", "GOOD, morning", "good evening, morning", "goodmorning", "доброе утро");
        List<Recording> recordings = ClipFolder.read(root).recordings();

        PhraseSearch search = PhraseSearch.in(recordings, SpokenPhrase.of("Good morning"));

        assertThat(search.saying()).isEqualTo(recordings.subList(0, 2));
        assertThat(search.without()).isEqualTo(recordings.subList(2, 4));
        assertThat(search.unread()).isEqualTo(recordings.subList(4, 5));
        assertThat(PhraseSearch.in(recordings.subList(2, 4), SpokenPhrase.of("Good morning"))
                        .cut()
                        .clips())
                .isEmpty();
    }

    /** People who learn English say digits one after the other; a model that never heard them names what was cut out. */
    @Test
    void digitsCutOutOfRealSentencesAreHeardAsDigitsByAModelOfOthers(@TempDir Path folder) throws IOException {
        List<Recording> recordings =
                ClipFolder.read(SharedData.folder("spoken-english-scored")).recordings();
        int right = 0;
        int all = 0;
        try (Classifier digits = Classifier.open(starter(folder))) {
            for (String digit : List.of("three", "five", "seven")) {
                PhraseSearch search = PhraseSearch.in(recordings, SpokenPhrase.of(digit));
                FoundClips found = new PhraseSearch(
                                search.phrase(),
                                search.saying().stream().limit(MOST / 3).toList(),
                                List.of(),
                                List.of())
                        .cut();
                for (NaturalClip clip : found.clips()) {
                    assertThat(clip.endSeconds() - clip.startSeconds()).isBetween(0.05, 3.0);
                    assertThat(clip.speaker()).isPresent();
                    String heard = digits.classify(clip.waveform()).label().name();
                    right += heard.equals(number(digit)) ? 1 : 0;
                    all++;
                }
            }
        }
        assertThat(all).isGreaterThan(20);
        assertThat((double) right / all).as("%d of %d heard right", right, all).isGreaterThan(0.6);
    }

    private static String number(String digit) {
        return switch (digit) {
            case "three" -> "3";
            case "five" -> "5";
            default -> "7";
        };
    }

    private static Path starter(Path folder) throws IOException {
        Path file = folder.resolve("digits.onnx");
        try (InputStream in =
                PhraseSearchTest.class.getResourceAsStream("/dev/hearken/store/registry/starters/digits.onnx")) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    private static void write(Path root, String... texts) throws IOException {
        StringBuilder table = new StringBuilder("file_name,speaker,text\n");
        for (int i = 0; i < texts.length; i++) {
            Files.write(root.resolve(i + ".wav"), new byte[0]);
            table.append(i).append(".wav,anna,\"").append(texts[i]).append("\"\n");
        }
        Files.writeString(root.resolve("metadata.csv"), table);
    }
}
