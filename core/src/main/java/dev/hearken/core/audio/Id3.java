package dev.hearken.core.audio;

import java.io.EOFException;
import java.io.IOException;

/** ID3v2 tags, which stand before MP3 and sometimes FLAC, to be stepped over. */
final class Id3 {
    private static final int HEADER_BYTES = 10;
    private static final int FOOTER_FLAG = 0x10;

    private Id3() {}

    /** The size in bytes of the tag these bytes begin with; 0 if they do not begin with one. */
    private static int sizeOf(byte[] head) {
        if (head.length < HEADER_BYTES || !Magic.at(head, 0, "ID3")) {
            return 0;
        }
        int size = 0;
        for (int i = 6; i < HEADER_BYTES; i++) {
            if (head[i] < 0) {
                return 0;
            }
            size = (size << 7) | head[i];
        }
        return HEADER_BYTES + size + ((head[5] & FOOTER_FLAG) == 0 ? 0 : HEADER_BYTES);
    }

    /** Steps over all tags that stand here. */
    static void skip(AudioInput input) throws IOException {
        for (int size = sizeOf(input.peek(HEADER_BYTES)); size > 0; size = sizeOf(input.peek(HEADER_BYTES))) {
            if (input.skipUpTo(size) < size) {
                throw new EOFException();
            }
        }
    }
}
