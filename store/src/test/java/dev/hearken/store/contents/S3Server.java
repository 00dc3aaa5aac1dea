package dev.hearken.store.contents;

import dev.hearken.store.database.BucketAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;

/** A real S3-compatible server, S3Proxy, on a temporary directory; started when the first test asks for it and ended with the tests. */
public final class S3Server {
    /** Where the build puts it; tests are run in the folder of a module. */
    private static final Path JAR = Path.of("..", "store", "target", "s3proxy.jar");

    private static final String ACCESS_KEY = "hearken";
    private static final String SECRET_KEY = "swordfish";
    private static final int LOOKS = 200;
    private static final int LOOK_EVERY_MILLIS = 100;
    private static final AtomicInteger BUCKETS = new AtomicInteger();

    private final int port;

    private S3Server(int port) {
        this.port = port;
    }

    /** The server all tests of this process share. */
    public static S3Server running() {
        return Shared.SERVER;
    }

    private static final class Shared {
        static final S3Server SERVER = start();
    }

    /** What makes a home keep its sounds and models in a new bucket. */
    public Map<String, String> environment() {
        Map<String, String> environment = environment("tested-" + BUCKETS.incrementAndGet() + "/team/home");
        BucketAddress address = BucketAddress.of(environment).orElseThrow();
        try (S3Client client = BucketClient.of(address)) {
            client.createBucket(request -> request.bucket(address.bucket()));
        }
        return environment;
    }

    /** The same for a bucket that may not be there. */
    public Map<String, String> environment(String bucket) {
        return Map.of(
                "HEARKEN_STORAGE",
                "s3://" + bucket,
                "HEARKEN_STORAGE_ENDPOINT",
                "http://127.0.0.1:" + port,
                "HEARKEN_STORAGE_ACCESS_KEY",
                ACCESS_KEY,
                "HEARKEN_STORAGE_SECRET_KEY",
                SECRET_KEY);
    }

    private static S3Server start() {
        try {
            Path directory = Files.createTempDirectory("hearken-s3");
            S3Server server = new S3Server(freePort());
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-Xmx128m",
                            "-jar",
                            JAR.toAbsolutePath().normalize().toString(),
                            "--properties",
                            server.configuration(directory).toString())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(directory.resolve("log").toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, directory)));
            server.await(process);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path configuration(Path directory) throws IOException {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("s3proxy.endpoint", "http://127.0.0.1:" + port);
        properties.put("s3proxy.authorization", "aws-v2-or-v4");
        properties.put("s3proxy.identity", ACCESS_KEY);
        properties.put("s3proxy.credential", SECRET_KEY);
        properties.put("jclouds.provider", "filesystem-nio2");
        properties.put("jclouds.identity", "local");
        properties.put("jclouds.credential", "local");
        properties.put(
                "jclouds.filesystem.basedir",
                Files.createDirectory(directory.resolve("buckets")).toString());
        List<String> lines = properties.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
        return Files.write(directory.resolve("s3proxy.properties"), lines);
    }

    private void await(Process process) throws InterruptedException {
        SdkClientException last = SdkClientException.create("it ended at once");
        try (S3Client client =
                BucketClient.of(BucketAddress.of(environment("any")).orElseThrow())) {
            for (int look = 0; look < LOOKS && process.isAlive(); look++) {
                try {
                    var unused = client.listBuckets();
                    return;
                } catch (SdkClientException notYet) {
                    last = notYet;
                    Thread.sleep(LOOK_EVERY_MILLIS);
                }
            }
        }
        throw new IllegalStateException("the S3 server does not answer", last);
    }

    private static void end(Process process, Path directory) {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException leftover) {
            throw new UncheckedIOException(leftover);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
