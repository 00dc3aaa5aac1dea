package dev.hearken.lab.phrase;

import dev.hearken.core.HearkenException;
import dev.hearken.core.model.Licence;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Embedded sounds with their credits, small enough to ship: docs/formats.md, Embedded sounds.
 *
 * <p>Each value is rounded to a whole number of steps, a step being half of its channel's standard deviation, which is less than the noise
 * a head is trained with; what is kept of a frame is how it differs from the one before.
 *
 * @param backbone names the weights of the ear that heard them
 * @param credits what was heard, by whom, under which terms
 */
record EmbeddingFile(String backbone, List<Licence> credits, List<EmbeddedSound> sounds) {
    private static final int MAGIC = 0x484b4531;
    private static final int MOST_SOUNDS = 1_000_000;
    private static final int MOST_CREDITS = 10_000;
    private static final double STEPS_A_DEVIATION = 2;

    EmbeddingFile {
        credits = List.copyOf(credits);
        sounds = List.copyOf(sounds);
    }

    void write(OutputStream file) throws IOException {
        float[] steps = steps();
        DataOutputStream head = new DataOutputStream(file);
        head.writeInt(MAGIC);
        DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DeflaterOutputStream(file, new Deflater(Deflater.BEST_COMPRESSION))));
        out.writeUTF(backbone);
        out.writeInt(credits.size());
        for (Licence credit : credits) {
            out.writeUTF(credit.work());
            out.writeUTF(credit.licence());
            out.writeUTF(credit.attribution());
        }
        for (float step : steps) {
            out.writeFloat(step);
        }
        out.writeInt(sounds.size());
        for (EmbeddedSound sound : sounds) {
            out.writeUTF(sound.group());
            out.writeUTF(sound.text());
            out.writeInt(sound.frameCount());
            out.write(differences(sound.frames(), steps));
        }
        out.close();
    }

    /**
     * Reads a file that {@link #write} made.
     *
     * @throws HearkenException {@code EMBEDDINGS_UNREADABLE} if it is not whole
     */
    static EmbeddingFile read(InputStream file) {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(file));
            if (in.readInt() != MAGIC) {
                throw new ZipException("it does not begin like embedded sounds");
            }
            return readBody(new DataInputStream(new BufferedInputStream(new InflaterInputStream(in))));
        } catch (IOException broken) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "EMBEDDINGS_UNREADABLE",
                    "the embedded sounds cannot be read: " + broken.getMessage(),
                    broken);
        }
    }

    static EmbeddingFile read(byte[] file) {
        return read(new ByteArrayInputStream(file));
    }

    private static EmbeddingFile readBody(DataInputStream in) throws IOException {
        String backbone = in.readUTF();
        List<Licence> credits = new ArrayList<>();
        int creditCount = checked("credits", in.readInt(), MOST_CREDITS);
        for (int i = 0; i < creditCount; i++) {
            credits.add(new Licence(in.readUTF(), in.readUTF(), in.readUTF()));
        }
        float[] steps = new float[Ear.CHANNELS];
        for (int channel = 0; channel < steps.length; channel++) {
            steps[channel] = in.readFloat();
        }
        List<EmbeddedSound> sounds = new ArrayList<>();
        int count = checked("sounds", in.readInt(), MOST_SOUNDS);
        for (int i = 0; i < count; i++) {
            String group = in.readUTF();
            String text = in.readUTF();
            int bytes = checked("frames", in.readInt(), Integer.MAX_VALUE / Ear.CHANNELS) * Ear.CHANNELS;
            byte[] differences = in.readNBytes(bytes);
            if (differences.length < bytes) {
                throw new EOFException("it ends early");
            }
            sounds.add(new EmbeddedSound(group, text, frames(differences, steps)));
        }
        return new EmbeddingFile(backbone, credits, sounds);
    }

    private static int checked(String what, int count, int most) throws IOException {
        if (count < 0 || count > most) {
            throw new ZipException(count + " " + what);
        }
        return count;
    }

    /** In bytes that wrap around, so that any difference of two of them is one. */
    private static byte[] differences(float[] frames, float[] steps) {
        byte[] differences = new byte[frames.length];
        byte[] before = new byte[Ear.CHANNELS];
        for (int i = 0; i < frames.length; i++) {
            int channel = i % Ear.CHANNELS;
            int level = Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, Math.round(frames[i] / steps[channel])));
            differences[i] = (byte) (level - before[channel]);
            before[channel] = (byte) level;
        }
        return differences;
    }

    private static float[] frames(byte[] differences, float[] steps) {
        float[] frames = new float[differences.length];
        byte[] before = new byte[Ear.CHANNELS];
        for (int i = 0; i < frames.length; i++) {
            int channel = i % Ear.CHANNELS;
            before[channel] += differences[i];
            frames[i] = before[channel] * steps[channel];
        }
        return frames;
    }

    private float[] steps() {
        double[] squares = new double[Ear.CHANNELS];
        double[] sums = new double[Ear.CHANNELS];
        long count = 0;
        for (EmbeddedSound sound : sounds) {
            float[] frames = sound.frames();
            for (int i = 0; i < frames.length; i++) {
                sums[i % Ear.CHANNELS] += frames[i];
                squares[i % Ear.CHANNELS] += (double) frames[i] * frames[i];
            }
            count += sound.frameCount();
        }
        float[] steps = new float[Ear.CHANNELS];
        for (int channel = 0; channel < steps.length; channel++) {
            double mean = sums[channel] / Math.max(1, count);
            double variance = squares[channel] / Math.max(1, count) - mean * mean;
            steps[channel] = (float) Math.max(1e-3, Math.sqrt(Math.max(0, variance)) / STEPS_A_DEVIATION);
        }
        return steps;
    }
}
