package dev.hearken.server.models;

import dev.hearken.store.registry.ModelVersion;
import dev.hearken.store.registry.Registry;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A model file as an answer. */
public final class ModelDownload {
    private ModelDownload() {}

    /** The file, named after its project and number; its ETag is its SHA-256. */
    public static ResponseEntity<byte[]> of(Registry registry, ModelVersion version) {
        String name = version.project() + "-" + version.number() + ".onnx";
        return ResponseEntity.ok()
                .eTag(version.sha256())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(registry.load(version).toBytes());
    }
}
