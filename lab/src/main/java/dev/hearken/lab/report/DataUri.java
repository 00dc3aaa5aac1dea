package dev.hearken.lab.report;

import dev.hearken.core.audio.Resampler;
import dev.hearken.core.audio.WavWriter;
import dev.hearken.core.audio.Waveform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Sounds and pictures as {@code data:} addresses, so that a page needs no other file. */
final class DataUri {
    private static final int SAMPLE_RATE_HZ = 16_000;
    private static final int MOST_SECONDS = 10;

    private DataUri() {}

    /** A WAV file of the clip's first ten seconds at most: 16 kHz, 16 bit. */
    static String of(Waveform waveform) {
        return of("audio/wav", WavWriter.toBytes(beginning(waveform)));
    }

    /** A PNG file. */
    static String of(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot fail to be written to", impossible);
        }
        return of("image/png", bytes.toByteArray());
    }

    /** As much of a clip as a page shows and plays, at 16 kHz. */
    static Waveform beginning(Waveform waveform) {
        int samples = Math.min(waveform.length(), MOST_SECONDS * waveform.sampleRateHz());
        return Resampler.resample(waveform.window(0, samples), SAMPLE_RATE_HZ);
    }

    private static String of(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
