package dev.hearken.lab.phrase;

import dev.hearken.core.audio.Waveform;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over sounds and words. */
final class SoundDigest {
    private SoundDigest() {}

    /** Of a text, in UTF-8. */
    static String of(String text) {
        return hex(sha256(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of what was said, by whom, in order. */
    static String of(List<SaidClip> clips) {
        MessageDigest digest = sha256();
        for (SaidClip clip : clips) {
            digest.update((clip.group() + "\n" + clip.text() + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes(clip.sound()));
        }
        return hex(digest, new byte[0]);
    }

    /** Of sounds, in order. */
    static String ofSounds(List<Waveform> sounds) {
        MessageDigest digest = sha256();
        sounds.forEach(sound -> digest.update(bytes(sound)));
        return hex(digest, new byte[0]);
    }

    private static byte[] bytes(Waveform sound) {
        ByteBuffer bytes = ByteBuffer.allocate(sound.length() * Float.BYTES);
        bytes.asFloatBuffer().put(sound.asBuffer());
        return bytes.array();
    }

    private static String hex(MessageDigest digest, byte[] last) {
        return HexFormat.of().formatHex(digest.digest(last));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
