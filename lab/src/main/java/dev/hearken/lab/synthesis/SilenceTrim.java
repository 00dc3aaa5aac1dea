package dev.hearken.lab.synthesis;

import dev.hearken.core.audio.Waveform;

/**
 * Cuts the silence before and after speech, by the energy of frames of 10 ms.
 *
 * @param belowLoudestDb a frame this much softer than the loudest is silence; positive, 40 is usual for clean speech
 * @param marginSeconds what is left of the silence on each side, at least 0
 */
public record SilenceTrim(double belowLoudestDb, double marginSeconds) {
    /** 40 dB and 20 ms: cut close, and no weak consonant lost. */
    public static final SilenceTrim STANDARD = new SilenceTrim(40, 0.02);

    private static final double FRAME_SECONDS = 0.01;

    /** Mean square of -60 dB of full scale: below it, nothing was said. */
    private static final double SILENCE = 1e-6;

    public SilenceTrim {
        if (!(belowLoudestDb > 0) || !(marginSeconds >= 0)) {
            throw new IllegalArgumentException("threshold must be positive and margin not negative, got "
                    + belowLoudestDb + " dB and " + marginSeconds + " s");
        }
    }

    /** Whether no frame is louder than -60 dB of full scale. */
    static boolean isSilent(Waveform clip) {
        int frame = frameSamples(clip);
        for (int start = 0; start < clip.length(); start += frame) {
            if (power(clip, start, frame) > SILENCE) {
                return false;
            }
        }
        return true;
    }

    /** The clip from its first to its last frame that is not silence, and the margins; a silent clip as it is. */
    public Waveform trim(Waveform clip) {
        int frame = frameSamples(clip);
        double loudest = 0;
        for (int start = 0; start < clip.length(); start += frame) {
            loudest = Math.max(loudest, power(clip, start, frame));
        }
        if (loudest <= SILENCE) {
            return clip;
        }
        double threshold = loudest * Math.pow(10, -belowLoudestDb / 10);
        int first = 0;
        while (power(clip, first, frame) < threshold) {
            first += frame;
        }
        int last = (clip.length() - 1) / frame * frame;
        while (power(clip, last, frame) < threshold) {
            last -= frame;
        }
        int margin = (int) Math.round(marginSeconds * clip.sampleRateHz());
        return clip.window(Math.max(0, first - margin), Math.min(clip.length(), last + frame + margin));
    }

    private static int frameSamples(Waveform clip) {
        return Math.max(1, (int) Math.round(FRAME_SECONDS * clip.sampleRateHz()));
    }

    /** The mean square of the frame that starts here, of which the last may be short. */
    private static double power(Waveform clip, int start, int frame) {
        int end = Math.min(clip.length(), start + frame);
        double sum = 0;
        for (int i = start; i < end; i++) {
            sum += clip.sample(i) * clip.sample(i);
        }
        return sum / (end - start);
    }
}
