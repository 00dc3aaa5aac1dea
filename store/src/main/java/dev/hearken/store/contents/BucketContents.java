package dev.hearken.store.contents;

import dev.hearken.store.database.BucketAddress;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Content as objects of an S3-compatible bucket, for any number of machines. An object appears whole or not at all; what was kept or
 * fetched lies in a folder of this machine, too, and is not fetched again.
 *
 * @param prefix before the name of each object, ending with a slash
 * @param cache may be deleted when nothing runs
 */
record BucketContents(S3Client client, String bucket, String prefix, Shelf shelf, FolderContents cache)
        implements ContentStore {
    /** Content of one kind in this bucket, with a cache in this folder. */
    static BucketContents of(BucketAddress address, Shelf shelf, Path cache) {
        return new BucketContents(
                BucketClient.of(address),
                address.bucket(),
                address.prefix() + shelf.word() + "/",
                shelf,
                new FolderContents(cache, shelf));
    }

    @Override
    public String keep(byte[] content) {
        String sha256 = Sha256.of(content);
        if (!isThere(sha256, content.length)) {
            asking(() -> client.putObject(
                    request -> request.bucket(bucket).key(key(sha256)), RequestBody.fromBytes(content)));
        }
        return cache.keep(content);
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        Optional<byte[]> cached = cache.find(sha256);
        if (cached.isPresent()) {
            return cached;
        }
        Optional<byte[]> fetched =
                fetch(sha256).filter(bytes -> Sha256.of(bytes).equals(sha256));
        fetched.ifPresent(cache::keep);
        return fetched;
    }

    @Override
    public Path file(String sha256) {
        Path file = cache.file(sha256);
        if (!Files.exists(file)) {
            var unused = find(sha256);
        }
        return file;
    }

    @Override
    public void forget(String sha256) {
        asking(() -> client.deleteObject(request -> request.bucket(bucket).key(key(sha256))));
        cache.forget(sha256);
    }

    @Override
    public List<String> all() {
        return asking(() ->
                client.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                        .map(object -> shelf.sha256(object.key().substring(prefix.length())))
                        .flatMap(Optional::stream)
                        .sorted()
                        .toList());
    }

    /** What was uploaded whole has its length; a cheap look, since most models and many sounds are kept again and again. */
    private boolean isThere(String sha256, long bytes) {
        return asking(() -> {
            try {
                return client.headObject(request -> request.bucket(bucket).key(key(sha256)))
                                .contentLength()
                        == bytes;
            } catch (NoSuchKeyException absent) {
                return false;
            }
        });
    }

    private Optional<byte[]> fetch(String sha256) {
        return asking(() -> {
            try {
                return Optional.of(client.getObjectAsBytes(
                                request -> request.bucket(bucket).key(key(sha256)))
                        .asByteArray());
            } catch (NoSuchKeyException absent) {
                return Optional.empty();
            }
        });
    }

    private String key(String sha256) {
        return prefix + shelf.name(Sha256.checked(sha256));
    }

    private <T> T asking(Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw new StoreException(
                    StoreError.STORAGE_UNREACHABLE, "the bucket " + bucket + " does not answer: " + e.getMessage(), e);
        }
    }
}
