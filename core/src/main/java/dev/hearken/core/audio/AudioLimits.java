package dev.hearken.core.audio;

/**
 * How much an {@link AudioReader} takes before it rejects a recording. Every limit is enforced while reading, on what is really there and
 * never on what a header promises, so one reading holds at most about
 * {@code 2 * maxSeconds * rate * 4} bytes, where the rate is the recording's own and at most {@code maxRateHz}.
 *
 * @param maxBytes the largest file, in bytes, positive
 * @param maxSeconds the longest recording, in seconds of decoded sound, positive
 * @param maxChannels the most channels, positive
 * @param minRateHz the lowest sample rate, positive
 * @param maxRateHz the highest sample rate, at least {@code minRateHz}
 */
public record AudioLimits(long maxBytes, double maxSeconds, int maxChannels, int minRateHz, int maxRateHz) {
    /** 128 MiB, 10 minutes, 8 channels, 1 kHz to 384 kHz: ten minutes of stereo at 44.1 kHz fit, an upload cannot fill the memory. */
    public static final AudioLimits STANDARD = new AudioLimits(128L << 20, 600, 8, 1_000, 384_000);

    public AudioLimits {
        require(maxBytes > 0, "maxBytes must be positive, got " + maxBytes);
        require(maxSeconds > 0 && Double.isFinite(maxSeconds), "maxSeconds must be positive, got " + maxSeconds);
        require(maxChannels > 0, "maxChannels must be positive, got " + maxChannels);
        require(minRateHz > 0, "minRateHz must be positive, got " + minRateHz);
        require(maxRateHz >= minRateHz, "maxRateHz " + maxRateHz + " is below minRateHz " + minRateHz);
    }

    /** These limits with another size. */
    public AudioLimits withMaxBytes(long bytes) {
        return new AudioLimits(bytes, maxSeconds, maxChannels, minRateHz, maxRateHz);
    }

    /** These limits with another duration. */
    public AudioLimits withMaxSeconds(double seconds) {
        return new AudioLimits(maxBytes, seconds, maxChannels, minRateHz, maxRateHz);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
