package dev.hearken.store.catalogue;

/** What may be wrong with a recording that was taken all the same. The names are stable. */
public enum ClipWarning {
    /** Less than a tenth of a second. */
    SHORT,
    /** Longer than half a minute: more likely a recording to be cut than a clip. */
    LONG,
    /** More than a thousandth of its samples stand at full scale. */
    CLIPPED,
    /** Never louder than -60 dB of full scale. */
    SILENT,
    /** Sampled below 8 kHz: what tells consonants and machines apart is lost. */
    LOW_RATE
}
