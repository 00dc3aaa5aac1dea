package dev.hearken.lab.synthesis;

import dev.hearken.core.audio.AudioReader;
import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A folder of clips already spoken, each under the SHA-256 of all that decides how it sounds.
 *
 * <p>A file is a 16-bit WAV, playable as it is, with its SHA-256 appended: one that was cut or changed is not found, and
 * so made again. Files are written beside and moved into place, so that readers, also of other processes, see whole
 * ones only. Nothing is ever deleted: 1,000 words take about 30 MB.
 */
final class SpeechCache {
    private static final int DIGEST_BYTES = 32;

    private final Path folder;

    SpeechCache(Path folder) {
        this.folder = folder;
    }

    Optional<Waveform> find(Voice voice, Utterance utterance) {
        try {
            byte[] file = Files.readAllBytes(file(voice, utterance));
            if (file.length < DIGEST_BYTES) {
                return Optional.empty();
            }
            byte[] sound = Arrays.copyOf(file, file.length - DIGEST_BYTES);
            byte[] digest = Arrays.copyOfRange(file, sound.length, file.length);
            return Arrays.equals(sha256(sound), digest)
                            && AudioReader.standard().read(sound) instanceof Decoded decoded
                    ? Optional.of(decoded.waveform())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void keep(Voice voice, Utterance utterance, Waveform waveform) throws IOException {
        byte[] sound = WavWriter.toBytes(waveform);
        byte[] file = Arrays.copyOf(sound, sound.length + DIGEST_BYTES);
        System.arraycopy(sha256(sound), 0, file, sound.length, DIGEST_BYTES);
        Path target = file(voice, utterance);
        Files.createDirectories(target.getParent());
        Path temporary = Files.createTempFile(target.getParent(), "new", ".tmp");
        try {
            Files.write(temporary, file);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    Path file(Voice voice, Utterance utterance) {
        String identity = String.join(
                "\n",
                "hearken speech 1",
                voice.engine(),
                voice.engineVersion(),
                voice.id(),
                Double.toString(utterance.rate()),
                Double.toString(utterance.pitch()),
                utterance.text());
        String key = HexFormat.of().formatHex(sha256(identity.getBytes(StandardCharsets.UTF_8)));
        return folder.resolve(key.substring(0, 2)).resolve(key.substring(2) + ".wav");
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
