package dev.hearken.core.audio;

/**
 * What a recording was before it became a {@link Waveform}.
 *
 * @param container the file format, found from the content
 * @param encoding how samples were coded, as in {@code pcm_s16}, {@code pcm_f32}, {@code mulaw}, {@code flac_s24}, {@code vorbis}, {@code mp3}
 * @param sampleRateHz samples a second and channel
 * @param channels how many channels were mixed to one, 1 or more
 */
public record SourceFormat(Container container, String encoding, int sampleRateHz, int channels) {
    /** A file format Hearken reads. */
    public enum Container {
        /** RIFF/WAVE. */
        WAV,
        /** Native FLAC (RFC 9639). */
        FLAC,
        /** Vorbis in Ogg. */
        OGG,
        /** MPEG audio layer III, with or without ID3 tags. */
        MP3
    }
}
