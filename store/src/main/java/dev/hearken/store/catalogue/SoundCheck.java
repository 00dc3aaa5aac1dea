package dev.hearken.store.catalogue;

import dev.hearken.core.audio.Decoded;
import dev.hearken.core.audio.Waveform;
import dev.hearken.store.catalogue.ProjectClip.Sound;
import dev.hearken.store.contents.Sha256;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is measured on a recording when it comes in.
 *
 * @param soundSha256 of its rate and its samples in 16 bits: the same for WAV and FLAC of one recording
 * @param peak the largest magnitude, full scale 1
 * @param rms the root mean square, full scale 1
 * @param warnings what may be wrong with it
 */
record SoundCheck(String soundSha256, double peak, double rms, Set<ClipWarning> warnings) {
    private static final double SHORT_SECONDS = 0.1;
    private static final double LONG_SECONDS = 30;
    private static final int LOW_RATE_HZ = 8_000;

    /** -60 dB. */
    private static final double SILENT_PEAK = 1e-3;

    /** The last step but one of 16 bits. */
    private static final double FULL_SCALE = 32_766 / 32_768.0;

    private static final double CLIPPED_SHARE = 1e-3;

    static SoundCheck of(Waveform waveform) {
        FloatBuffer samples = waveform.asBuffer();
        ByteBuffer coarse = ByteBuffer.allocate(Integer.BYTES + Short.BYTES * waveform.length());
        coarse.putInt(waveform.sampleRateHz());
        double peak = 0;
        double power = 0;
        long atFullScale = 0;
        while (samples.hasRemaining()) {
            float sample = samples.get();
            double magnitude = Math.abs(sample);
            peak = Math.max(peak, magnitude);
            power += (double) sample * sample;
            atFullScale += magnitude >= FULL_SCALE ? 1 : 0;
            coarse.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample * 0x1p15f))));
        }
        boolean clipped = atFullScale > CLIPPED_SHARE * waveform.length();
        return new SoundCheck(
                Sha256.of(coarse.array()),
                peak,
                Math.sqrt(power / waveform.length()),
                warnings(waveform, peak, clipped));
    }

    /** What the catalogue keeps of it. */
    Sound sound(Decoded decoded) {
        String container = decoded.format().container().name().toLowerCase(Locale.ROOT);
        return new Sound(
                soundSha256,
                container + " " + decoded.format().encoding(),
                decoded.waveform().sampleRateHz(),
                decoded.waveform().durationSeconds(),
                peak,
                rms);
    }

    private static Set<ClipWarning> warnings(Waveform waveform, double peak, boolean clipped) {
        Set<ClipWarning> warnings = EnumSet.noneOf(ClipWarning.class);
        double seconds = waveform.durationSeconds();
        note(warnings, ClipWarning.SHORT, seconds < SHORT_SECONDS);
        note(warnings, ClipWarning.LONG, seconds > LONG_SECONDS);
        note(warnings, ClipWarning.CLIPPED, clipped);
        note(warnings, ClipWarning.SILENT, peak < SILENT_PEAK);
        note(warnings, ClipWarning.LOW_RATE, waveform.sampleRateHz() < LOW_RATE_HZ);
        return warnings;
    }

    private static void note(Set<ClipWarning> warnings, ClipWarning warning, boolean holds) {
        if (holds) {
            warnings.add(warning);
        }
    }
}
