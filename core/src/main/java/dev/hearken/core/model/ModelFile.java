package dev.hearken.core.model;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.hearken.core.HearkenException;
import dev.hearken.core.graph.GraphBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * One trained classifier: an ONNX graph from raw samples to calibrated probabilities, with its metadata inside.
 *
 * <p>Input {@code audio}: float32 [batch, samples], mono, [-1, 1], at the sample rate the metadata names. Output {@code probabilities}:
 * float32 [batch, labels]. See {@code docs/formats.md}.
 */
public final class ModelFile {
    /** No model of this project comes near it; a larger file is refused before it is read. */
    public static final long MAX_BYTES = 512L << 20;

    private final byte[] onnx;
    private final ModelMetadata metadata;

    private ModelFile(byte[] onnx, ModelMetadata metadata) {
        this.onnx = onnx;
        this.metadata = metadata;
    }

    /** A finished graph with this metadata. */
    public static ModelFile of(GraphBuilder graph, ModelMetadata metadata) {
        return new ModelFile(graph.toModel(metadata.toProperties()), metadata);
    }

    /**
     * Reads a model file.
     *
     * @throws HearkenException {@code MODEL_NOT_FOUND}, {@code MODEL_UNREADABLE}, {@code MODEL_TOO_LARGE}, or as {@link #parse}
     */
    public static ModelFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw HearkenException.user("MODEL_NOT_FOUND", "no model file at " + file);
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw HearkenException.user("MODEL_TOO_LARGE", file + " is larger than " + (MAX_BYTES >> 20) + " MiB");
            }
            return parse(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new HearkenException(
                    HearkenException.Kind.USER,
                    "MODEL_UNREADABLE",
                    "cannot read " + file + ": " + unreadable.getMessage(),
                    unreadable);
        }
    }

    /**
     * Reads a model file from memory.
     *
     * @throws HearkenException {@code MODEL_FORMAT} if it is not a Hearken model file, {@code MODEL_METADATA} if its metadata is broken
     */
    public static ModelFile parse(byte[] onnx) {
        try {
            Map<String, String> properties = new HashMap<>();
            for (StringStringEntryProto entry : ModelProto.parseFrom(onnx).getMetadataPropsList()) {
                properties.put(entry.getKey(), entry.getValue());
            }
            return new ModelFile(onnx.clone(), ModelMetadata.fromProperties(properties));
        } catch (InvalidProtocolBufferException notOnnx) {
            throw new HearkenException(HearkenException.Kind.USER, "MODEL_FORMAT", "not an ONNX file", notOnnx);
        }
    }

    /** Writes the file so that a reader sees all of it or nothing. */
    public void write(Path file) {
        try {
            Path target = file.toAbsolutePath();
            Files.createDirectories(target.getParent());
            // Not a temporary file: those are for their owner's eyes only, and so would the model be.
            Path partial = target.resolveSibling(
                    target.getFileName() + "." + ProcessHandle.current().pid() + ".partial");
            try {
                Files.write(partial, onnx);
                Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException unwritable) {
            throw new HearkenException(
                    HearkenException.Kind.INSUFFICIENT_RESOURCES,
                    "MODEL_UNWRITABLE",
                    "cannot write " + file + ": " + unwritable.getMessage(),
                    unwritable);
        }
    }

    /** The same graph with other metadata. */
    public ModelFile withMetadata(ModelMetadata newMetadata) {
        try {
            ModelProto.Builder model = ModelProto.parseFrom(onnx).toBuilder().clearMetadataProps();
            newMetadata
                    .toProperties()
                    .forEach((key, value) -> model.addMetadataProps(
                            StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
            return new ModelFile(model.build().toByteArray(), newMetadata);
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException("a parsed model no longer parses", broken);
        }
    }

    /** What the file says of itself. */
    public ModelMetadata metadata() {
        return metadata;
    }

    /** A copy of the file's bytes. */
    public byte[] toBytes() {
        return onnx.clone();
    }

    /** SHA-256 of the file, in lower-case hexadecimal. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(onnx));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
