package dev.hearken.lab.training;

import dev.hearken.core.HearkenException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** A training run frozen between two epochs: named numbers and named arrays, in one file with a checksum at its end. */
final class Checkpoint {
    private static final int MAGIC = 0x48524b31;

    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final Map<String, float[]> arrays = new LinkedHashMap<>();

    /** Collects what a checkpoint holds. */
    interface Writer {
        void number(String name, double value);

        void array(String name, float[] values);
    }

    /** A checkpoint being filled. */
    static final class Draft implements Writer {
        private final Checkpoint checkpoint = new Checkpoint();

        @Override
        public void number(String name, double value) {
            checkpoint.numbers.put(name, value);
        }

        @Override
        public void array(String name, float[] values) {
            checkpoint.arrays.put(name, values);
        }

        /** Writes the file so that a crash at any moment leaves the old one or the new one. */
        void write(Path file) {
            try {
                Path partial = file.resolveSibling(file.getFileName() + ".partial");
                try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(partial))) {
                    checkpoint.write(bytes);
                }
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException unwritable) {
                throw new HearkenException(
                        HearkenException.Kind.INSUFFICIENT_RESOURCES,
                        "CHECKPOINT_UNWRITABLE",
                        "cannot write the checkpoint " + file + ": " + unwritable.getMessage(),
                        unwritable);
            }
        }
    }

    /**
     * Reads a checkpoint.
     *
     * @throws HearkenException {@code CHECKPOINT_CORRUPT} if the file is not whole
     */
    static Checkpoint read(Path file) {
        CRC32 sum = new CRC32();
        try (DataInputStream in =
                new DataInputStream(new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), sum))) {
            Checkpoint checkpoint = new Checkpoint();
            if (in.readInt() != MAGIC) {
                throw new IOException("it does not start like a checkpoint");
            }
            checkpoint.readEntries(in, Files.size(file));
            long expected = sum.getValue();
            if (in.readLong() != expected) {
                throw new IOException("its checksum does not match");
            }
            return checkpoint;
        } catch (IOException corrupt) {
            String why = corrupt instanceof EOFException ? "it ends too early" : corrupt.getMessage();
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "CHECKPOINT_CORRUPT",
                    "cannot take up the checkpoint " + file + ": " + why + "; delete it to start afresh",
                    corrupt);
        }
    }

    double number(String name) {
        Double value = numbers.get(name);
        if (value == null) {
            throw HearkenException.user("CHECKPOINT_CORRUPT", "the checkpoint has no " + name);
        }
        return value;
    }

    /** The arrays whose names start with {@code prefix}, by the rest of the name. */
    Map<String, float[]> arrays(String prefix) {
        Map<String, float[]> found = new LinkedHashMap<>();
        arrays.forEach((name, values) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), values);
            }
        });
        return found;
    }

    private void write(OutputStream bytes) throws IOException {
        CRC32 sum = new CRC32();
        DataOutputStream out = new DataOutputStream(new CheckedOutputStream(bytes, sum));
        out.writeInt(MAGIC);
        out.writeInt(numbers.size());
        for (Map.Entry<String, Double> number : numbers.entrySet()) {
            out.writeUTF(number.getKey());
            out.writeDouble(number.getValue());
        }
        out.writeInt(arrays.size());
        for (Map.Entry<String, float[]> array : arrays.entrySet()) {
            out.writeUTF(array.getKey());
            out.writeInt(array.getValue().length);
            ByteBuffer values = ByteBuffer.allocate(array.getValue().length * Float.BYTES);
            values.asFloatBuffer().put(array.getValue());
            out.write(values.array());
        }
        out.writeLong(sum.getValue());
        out.flush();
    }

    private void readEntries(DataInputStream in, long fileBytes) throws IOException {
        int numberCount = in.readInt();
        for (int i = 0; i < numberCount; i++) {
            numbers.put(in.readUTF(), in.readDouble());
        }
        int arrayCount = in.readInt();
        for (int i = 0; i < arrayCount; i++) {
            String name = in.readUTF();
            long bytes = (long) in.readInt() * Float.BYTES;
            if (bytes < 0 || bytes > fileBytes) {
                throw new IOException("its array " + name + " is longer than the file");
            }
            byte[] written = new byte[(int) bytes];
            in.readFully(written);
            float[] values = new float[written.length / Float.BYTES];
            ByteBuffer.wrap(written).asFloatBuffer().get(values);
            arrays.put(name, values);
        }
    }
}
