package dev.hearken.core.audio;

import java.nio.charset.StandardCharsets;

/** The marks by which formats are told apart. */
final class Magic {
    private Magic() {}

    /** Whether these characters stand at this place. */
    static boolean at(byte[] bytes, int offset, String mark) {
        byte[] wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < offset + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[offset + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The text with everything but printable ASCII replaced, so that a hostile file cannot write into logs. */
    static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
