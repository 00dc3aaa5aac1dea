package dev.hearken.lab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetDigestTest {
    @TempDir
    Path folder;

    @Test
    void theDigestIsThatOfTheSortedLines() throws IOException {
        Path abc = Files.writeString(folder.resolve("a.wav"), "abc");

        // printf '%s\tyes\tanna\t\n' "$(printf abc | sha256sum | cut -c -64)" | sha256sum
        assertThat(DatasetDigest.of(List.of(LabelledClip.of(abc, "yes", "anna"))))
                .isEqualTo("sha256:bcc38c029b8ecee915c0810e546adddb6c2009781d1600328af16155505acb5d");
    }

    @Test
    void namesAndOrderDoNotMatterButContentLabelAndGroupDo() throws IOException {
        Path one = Files.writeString(folder.resolve("1.wav"), "one");
        Path two = Files.writeString(folder.resolve("2.wav"), "two");
        Path copy = Files.writeString(folder.resolve("copy.wav"), "one");
        String digest = DatasetDigest.of(List.of(LabelledClip.of(one, "yes"), LabelledClip.of(two, "no")));

        assertThat(DatasetDigest.of(List.of(LabelledClip.of(two, "no"), LabelledClip.of(copy, "yes"))))
                .isEqualTo(digest);
        assertThat(List.of(
                        DatasetDigest.of(List.of(LabelledClip.of(one, "no"), LabelledClip.of(two, "yes"))),
                        DatasetDigest.of(List.of(LabelledClip.of(one, "yes"))),
                        DatasetDigest.of(List.of(LabelledClip.of(one, "yes", "anna"), LabelledClip.of(two, "no")))))
                .doesNotContain(digest);
    }

    @Test
    void aStretchOfAFileIsAnotherClipThanAllOfIt() throws IOException {
        LabelledClip whole = LabelledClip.of(Files.writeString(folder.resolve("1.wav"), "one"), "yes");
        LabelledClip stretch = whole.recording().cut(new Span(0, 1)).labelled(whole.label());

        assertThat(DatasetDigest.of(List.of(stretch))).isNotEqualTo(DatasetDigest.of(List.of(whole)));
    }
}
