package dev.hearken.cli;

import dev.hearken.core.HearkenException;
import dev.hearken.core.audio.PcmStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;

/** The machine's microphone, as Java Sound finds it: 16 kHz, one channel. */
final class Microphone implements AutoCloseable {
    private static final AudioFormat FORMAT = new AudioFormat(16_000, 16, 1, true, false);

    private final TargetDataLine line;

    private Microphone(TargetDataLine line) {
        this.line = line;
    }

    /** Whether there is one. */
    static boolean isHere() {
        return AudioSystem.isLineSupported(new DataLine.Info(TargetDataLine.class, FORMAT));
    }

    /**
     * Opens and starts it.
     *
     * @throws HearkenException {@code NO_MICROPHONE} if there is none or it cannot be had
     */
    static Microphone open() {
        if (!isHere()) {
            throw missing("this machine has none that Java Sound can see");
        }
        try {
            TargetDataLine line = AudioSystem.getTargetDataLine(FORMAT);
            line.open(FORMAT);
            line.start();
            return new Microphone(line);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException unavailable) {
            throw missing(String.valueOf(unavailable.getMessage()));
        }
    }

    /** What it hears, as it hears it. */
    PcmStream sound() {
        return PcmStream.raw(new AudioInputStream(line), Math.round(FORMAT.getSampleRate()));
    }

    @Override
    public void close() {
        line.close();
    }

    private static HearkenException missing(String why) {
        return new HearkenException(
                HearkenException.Kind.INSUFFICIENT_RESOURCES,
                "NO_MICROPHONE",
                "no microphone: " + why
                        + ". Pipe the sound in instead: arecord -f S16_LE -r 16000 -c 1 | hearken detect MODEL -");
    }
}
