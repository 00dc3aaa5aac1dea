package dev.hearken.lab.dataset;

import dev.hearken.core.HearkenException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/** Reads manifests as text: UTF-8, or UTF-16 where a byte order mark says so, as spreadsheets write it. Line ends may be of any kind. */
final class ManifestText {
    /** A million rows of 256 bytes. */
    private static final long MAX_BYTES = 1L << 28;

    /** What is done with a text. */
    interface Parsing {
        /** Takes what it wants of it. */
        void parse(BufferedReader reader) throws IOException;
    }

    private ManifestText() {}

    /** The lines, without their ends; as {@link #parse}. */
    static List<String> lines(Path manifest) {
        List<String> lines = new ArrayList<>();
        parse(manifest, reader -> reader.lines().forEach(lines::add));
        return lines;
    }

    /**
     * Parses a manifest.
     *
     * @throws HearkenException with code {@code DATASET_MANIFEST_TOO_LARGE}, {@code DATASET_MANIFEST_NOT_UTF8},
     *     {@code DATASET_MANIFEST_MALFORMED} or {@code DATASET_UNREADABLE}
     */
    static void parse(Path manifest, Parsing parsing) {
        read(manifest, CodingErrorAction.REPORT, parsing);
    }

    /** Looks at what may be a manifest or any other file: bytes that are no text are no failure. */
    static void glance(Path file, Parsing parsing) {
        read(file, CodingErrorAction.REPLACE, parsing);
    }

    private static void read(Path manifest, CodingErrorAction onNoText, Parsing parsing) {
        try (BufferedReader reader = open(manifest, onNoText)) {
            parsing.parse(reader);
        } catch (UncheckedIOException failure) {
            throw refused(manifest, failure.getCause() == null ? new IOException(failure) : failure.getCause());
        } catch (IOException failure) {
            throw refused(manifest, failure);
        }
    }

    private static BufferedReader open(Path manifest, CodingErrorAction onNoText) throws IOException {
        if (Files.size(manifest) > MAX_BYTES) {
            throw HearkenException.user(
                    "DATASET_MANIFEST_TOO_LARGE", "%s has more than %,d bytes".formatted(manifest, MAX_BYTES));
        }
        BOMInputStream bytes = BOMInputStream.builder()
                .setPath(manifest)
                .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
                .get();
        String marked = bytes.getBOMCharsetName();
        Charset charset = marked == null ? StandardCharsets.UTF_8 : Charset.forName(marked);
        return new BufferedReader(new InputStreamReader(
                bytes, charset.newDecoder().onMalformedInput(onNoText).onUnmappableCharacter(onNoText)));
    }

    private static HearkenException refused(Path manifest, IOException failure) {
        if (failure instanceof CharacterCodingException) {
            return refused(
                    "DATASET_MANIFEST_NOT_UTF8", manifest + " is not in UTF-8; save it in that encoding", failure);
        }
        if (failure instanceof CSVException) {
            return refused(
                    "DATASET_MANIFEST_MALFORMED",
                    "%s is no CSV: %s".formatted(manifest, failure.getMessage()),
                    failure);
        }
        return refused("DATASET_UNREADABLE", manifest + " cannot be read: " + failure, failure);
    }

    private static HearkenException refused(String code, String message, IOException failure) {
        return new HearkenException(HearkenException.Kind.USER, code, message, failure);
    }
}
