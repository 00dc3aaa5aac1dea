package dev.hearken.server.clips;

import dev.hearken.server.UploadLimits;
import dev.hearken.server.problems.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;

/**
 * A zip archive that was sent. It is read through to its end before any of it is taken, so that one that is broken, too large or unsafe
 * leaves nothing behind. What headers promise is not believed.
 */
final class ZipUpload {
    private static final byte[] MAGIC = {'P', 'K', 3, 4};

    private final MultipartFile upload;
    private final UploadLimits limits;

    ZipUpload(MultipartFile upload, UploadLimits limits) {
        this.upload = upload;
        this.limits = limits;
    }

    /** Whether a file is an archive, by its content. */
    static boolean recognises(MultipartFile upload) throws IOException {
        try (InputStream bytes = upload.getInputStream()) {
            return Arrays.equals(bytes.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /**
     * Gives each file of the archive to {@code taker}.
     *
     * @throws ProblemException {@code ARCHIVE_TOO_LARGE}, {@code ARCHIVE_MALFORMED}, {@code UNSAFE_PATH}
     */
    void forEach(BiConsumer<SentName, byte[]> taker) throws IOException {
        List<SentName> names = new ArrayList<>();
        read((name, content) -> names.add(name));
        boolean packedWhole = SentName.shareOuterFolder(names);
        read((name, content) -> taker.accept(packedWhole ? name.inside() : name, content));
    }

    private void read(BiConsumer<SentName, byte[]> taker) throws IOException {
        long total = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(upload.getInputStream())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                SentName name = SentName.parse(entry.getName());
                byte[] content = zip.readNBytes((int) limits.fileBytes() + 1);
                total += content.length;
                entries++;
                boolean tooLarge = content.length > limits.fileBytes()
                        || total > limits.archiveBytes()
                        || entries > UploadLimits.ARCHIVE_ENTRIES;
                if (tooLarge) {
                    throw tooLarge();
                }
                if (!entry.isDirectory()) {
                    taker.accept(name, content);
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException malformed) {
            throw malformed();
        }
        if (entries == 0) {
            throw malformed();
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE,
                "ARCHIVE_TOO_LARGE",
                "an archive may unpack to %,d files and %d MB, each file to %d MB"
                        .formatted(
                                UploadLimits.ARCHIVE_ENTRIES, limits.archiveBytes() >> 20, limits.fileBytes() >> 20));
    }

    private static ProblemException malformed() {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT, "ARCHIVE_MALFORMED", "the zip archive is broken or empty");
    }
}
