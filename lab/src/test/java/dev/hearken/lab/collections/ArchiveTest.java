package dev.hearken.lab.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.core.HearkenException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    @TempDir
    Path folder;

    @Test
    void zipAndTarAreUnpacked() throws IOException {
        unpack(Archive.STANDARD, Archives.zip("a/", "", "a/b.txt", "one"));
        assertThat(folder.resolve("out/a/b.txt")).hasContent("one");

        unpack(Archive.STANDARD, Archives.tarGz("./a/b.txt", "two", "c.txt", "three"));
        assertThat(folder.resolve("out/a/b.txt")).hasContent("two");
        assertThat(folder.resolve("out/c.txt")).hasContent("three");
    }

    @Test
    void nothingIsWrittenOutsideTheFolder() throws IOException {
        refuses("ARCHIVE_UNSAFE", Archive.STANDARD, Archives.zip("../escaped.txt", "x"));
        refuses("ARCHIVE_UNSAFE", Archive.STANDARD, Archives.tarGz("a/../../escaped.txt", "x"));
        refuses(
                "ARCHIVE_UNSAFE",
                Archive.STANDARD,
                Archives.zip(folder.resolve("escaped.txt").toString(), "x"));

        assertThat(folder.resolve("escaped.txt")).doesNotExist();
    }

    @Test
    void linksAreLeftOut() throws IOException {
        unpack(Archive.STANDARD, Archives.tarGzWithLink("link", "/etc"));

        assertThat(folder.resolve("out/link")).doesNotExist();
    }

    @Test
    void aBombGoesOffNowhere() throws IOException {
        String big = "0".repeat(100_000);

        refuses("ARCHIVE_TOO_LARGE", new Archive(10, 150_000), Archives.zip("a", big, "b", big));
        refuses("ARCHIVE_TOO_LARGE", new Archive(2, 1_000), Archives.tarGz("a", "", "b", "", "c", ""));
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        byte[] whole = Archives.tarGz("a", "0".repeat(10_000));

        refuses("ARCHIVE_UNKNOWN_FORMAT", Archive.STANDARD, "<html>".getBytes(StandardCharsets.UTF_8));
        refuses("ARCHIVE_UNKNOWN_FORMAT", Archive.STANDARD, new byte[0]);
        refuses("ARCHIVE_MALFORMED", Archive.STANDARD, Arrays.copyOf(whole, whole.length / 2));
    }

    private void unpack(Archive archive, byte[] bytes) throws IOException {
        archive.unpack(Files.write(folder.resolve("archive"), bytes), folder.resolve("out"));
    }

    private void refuses(String code, Archive archive, byte[] bytes) {
        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(() -> unpack(archive, bytes))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
