package dev.hearken.store.contents;

import dev.hearken.store.database.BucketAddress;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** How buckets are spoken to. */
final class BucketClient {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(60);

    private BucketClient() {}

    /** A client for this bucket; without keys it looks for them where AWS's own tools do. */
    static S3Client of(BucketAddress address) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTING)
                        .socketTimeout(ANSWERING)
                        .build())
                // We know content by its SHA-256, and not every server knows AWS's newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        // Servers other than AWS seldom have a name for each bucket.
        address.endpoint()
                .ifPresent(endpoint -> builder.endpointOverride(endpoint).forcePathStyle(true));
        address.region().map(Region::of).ifPresent(builder::region);
        address.keys()
                .ifPresent(keys -> builder.credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(keys.access(), keys.secret()))));
        return builder.build();
    }
}
