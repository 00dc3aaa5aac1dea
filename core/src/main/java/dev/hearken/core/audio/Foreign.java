package dev.hearken.core.audio;

import java.util.Optional;

/** Audio formats that are known by sight but not read, so that the answer can say more than "not audio". */
enum Foreign {
    AIFF("AIFF", 0, "FORM"),
    MP4("MP4 or M4A (AAC, ALAC)", 4, "ftyp"),
    MATROSKA("WebM or Matroska", 0, "\u001AE\u00DF\u00A3"),
    AMR("AMR", 0, "#!AMR"),
    AU("Sun/NeXT audio", 0, ".snd"),
    CAF("Core Audio", 0, "caff"),
    WAVPACK("WavPack", 0, "wvpk"),
    MONKEY("Monkey's Audio", 0, "MAC "),
    ASF("WMA", 0, "0&\u00B2u"),
    RIFX("big-endian WAV", 0, "RIFX"),
    RF64("64-bit WAV", 0, "RF64"),
    ADTS("AAC", 0, "\u00FF\u00F1"),
    ADTS_2("AAC", 0, "\u00FF\u00F9"),
    MIDI("MIDI", 0, "MThd");

    private final String name;
    private final int offset;
    private final String mark;

    Foreign(String name, int offset, String mark) {
        this.name = name;
        this.offset = offset;
        this.mark = mark;
    }

    /** The name of the format that begins like this, if it is one of these. */
    static Optional<String> recognise(byte[] head) {
        for (Foreign format : values()) {
            if (Magic.at(head, format.offset, format.mark)) {
                return Optional.of(format.name);
            }
        }
        return Optional.empty();
    }
}
