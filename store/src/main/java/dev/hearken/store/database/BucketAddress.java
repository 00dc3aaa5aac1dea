package dev.hearken.store.database;

import dev.hearken.core.HearkenException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * An S3-compatible bucket for sounds and models, and how it is reached. It does not tell its secret key when printed.
 *
 * @param bucket its name
 * @param prefix before the name of each object; empty, or ending with a slash
 * @param endpoint where the server is; empty for AWS
 * @param region empty for what AWS's own settings say
 * @param keys empty for what AWS's own settings say
 */
public record BucketAddress(
        String bucket, String prefix, Optional<URI> endpoint, Optional<String> region, Optional<Keys> keys) {
    /** The environment variable that names a bucket. */
    public static final String VARIABLE = "HEARKEN_STORAGE";

    /** Servers other than AWS want one, and most do not mind which. */
    private static final String ANY_REGION = "us-east-1";

    private static final String SCHEME = "s3://";

    /** Who asks. */
    public record Keys(String access, String secret) {
        @Override
        public String toString() {
            return access;
        }
    }

    /**
     * What {@value #VARIABLE} and the variables that begin with it say; empty if it says nothing.
     *
     * @param environment the process's variables, as {@link System#getenv()} gives them
     * @throws HearkenException {@code STORAGE_ADDRESS_INVALID} if it is no address of a bucket
     */
    public static Optional<BucketAddress> of(Map<String, String> environment) {
        return said(environment, "").map(address -> parse(address, environment));
    }

    private static BucketAddress parse(String address, Map<String, String> environment) {
        String[] parts =
                address.startsWith(SCHEME) ? address.substring(SCHEME.length()).split("/", 2) : new String[] {""};
        if (parts[0].isEmpty()) {
            throw invalid(VARIABLE + " is s3://BUCKET or s3://BUCKET/PREFIX, or nothing for the home's own folders");
        }
        String prefix = parts.length < 2 || parts[1].isEmpty() || parts[1].endsWith("/") ? rest(parts) : parts[1] + "/";
        Optional<URI> endpoint = said(environment, "_ENDPOINT").map(BucketAddress::endpoint);
        Optional<String> region = said(environment, "_REGION").or(() -> endpoint.map(other -> ANY_REGION));
        Optional<Keys> keys = said(environment, "_ACCESS_KEY")
                .flatMap(access -> said(environment, "_SECRET_KEY").map(secret -> new Keys(access, secret)));
        return new BucketAddress(parts[0], prefix, endpoint, region, keys);
    }

    private static String rest(String[] parts) {
        return parts.length < 2 ? "" : parts[1];
    }

    private static URI endpoint(String address) {
        if (!address.matches("https?://[^/\\s]+/?")) {
            throw invalid(VARIABLE + "_ENDPOINT is http://HOST:PORT or https://HOST, got " + address);
        }
        return URI.create(address);
    }

    private static Optional<String> said(Map<String, String> environment, String ending) {
        return Optional.ofNullable(environment.get(VARIABLE + ending)).filter(value -> !value.isBlank());
    }

    private static HearkenException invalid(String message) {
        return HearkenException.user("STORAGE_ADDRESS_INVALID", message);
    }
}
