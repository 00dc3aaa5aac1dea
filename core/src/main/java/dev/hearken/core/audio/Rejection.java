package dev.hearken.core.audio;

/** Why a recording was not taken. The names are stable: they travel through APIs and logs. */
public enum Rejection {
    /** No bytes, or a well-formed file without a single sample. */
    EMPTY,
    /** More bytes than {@link AudioLimits#maxBytes()}. */
    TOO_LARGE,
    /** Longer than {@link AudioLimits#maxSeconds()}, whatever the header says. */
    TOO_LONG,
    /** More channels than {@link AudioLimits#maxChannels()}. */
    TOO_MANY_CHANNELS,
    /** A sample rate outside {@link AudioLimits#minRateHz()} to {@link AudioLimits#maxRateHz()}. */
    RATE_OUT_OF_RANGE,
    /** The content is none of the formats Hearken knows by sight. */
    NOT_AUDIO,
    /** Audio, but in a format or coding that is not read, such as AAC, Opus or ADPCM. */
    UNSUPPORTED_ENCODING,
    /** The recording ends before the end its own headers announce. */
    TRUNCATED,
    /** The headers or the coded sound contradict the format. */
    MALFORMED,
    /** A sample is NaN or infinite. */
    NOT_FINITE,
    /** A sample is finite but absurd: further from zero than 2^31, where full scale is 1. */
    OUT_OF_SCALE,
    /** The file or stream could not be read at all: missing, a folder, no permission, an I/O error. */
    UNREADABLE
}
