package dev.hearken.core.audio;

import java.util.Optional;

/**
 * What encoders write into a first frame without sound: the "Xing" or "Info" header, with LAME's addition.
 *
 * @param frames how many frames follow; 0 if not told
 * @param delay samples the encoder put before the sound
 * @param padding samples the encoder put behind it
 * @param trimmed whether delay and padding are told
 */
record Mp3Info(long frames, int delay, int padding, boolean trimmed) {
    private static final int HAS_FRAMES = 1;
    private static final int FRAMES_AT = 8;
    /** Sizes of the optional fields behind mark and flags: frames, bytes, table of contents, quality. */
    private static final int[] FIELD_BYTES = {4, 4, 100, 4};

    private static final int DELAY_AT = 21;

    /** Reads it from the first frame, or says that the frame is sound. */
    static Optional<Mp3Info> of(byte[] frame, Mp3Header header) {
        int at = Mp3Header.BYTES + header.sideBytes();
        if (Magic.at(frame, Mp3Header.BYTES + 32, "VBRI")) {
            return Optional.of(new Mp3Info(0, 0, 0, false));
        }
        if (!Magic.at(frame, at, "Xing") && !Magic.at(frame, at, "Info")) {
            return Optional.empty();
        }
        if (frame.length < at + FRAMES_AT + 4) {
            return Optional.of(new Mp3Info(0, 0, 0, false));
        }
        int flags = frame[at + 7];
        long frames = (flags & HAS_FRAMES) == 0 ? 0 : number(frame, at + FRAMES_AT, 4);
        int lame = at + FRAMES_AT;
        for (int field = 0; field < FIELD_BYTES.length; field++) {
            lame += (flags >> field & 1) * FIELD_BYTES[field];
        }
        boolean trimmed =
                frame.length >= lame + DELAY_AT + 3 && (Magic.at(frame, lame, "LAME") || Magic.at(frame, lame, "Lav"));
        int trims = trimmed ? (int) number(frame, lame + DELAY_AT, 3) : 0;
        return Optional.of(new Mp3Info(frames, trims >> 12, trims & 0xFFF, trimmed));
    }

    private static long number(byte[] bytes, int at, int count) {
        long number = 0;
        for (int i = 0; i < count; i++) {
            number = (number << 8) | (bytes[at + i] & 0xFF);
        }
        return number;
    }
}
