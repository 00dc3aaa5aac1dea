package dev.hearken.load;

import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pace;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.http.HttpDsl.ws;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.SplittableRandom;

/** One microphone: a block of sound each tenth of a second, and the answer to it awaited. */
final class LiveStream {
    private static final int RATE_HZ = 16_000;
    private static final Duration BLOCK = Duration.ofMillis(100);

    /** Nothing is heard before a model's window is full; from then on each block is answered. */
    private static final Duration MORE_THAN_A_WINDOW = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private LiveStream() {}

    static ChainBuilder of(Circumstances circumstances, Duration length) {
        byte[] block = noise(BLOCK);
        ChainBuilder open = exec(ws("connect").connect("/api/v1/projects/" + circumstances.project() + "/stream"))
                .exec(ws("open")
                        .sendText("{\"sample_rate_hz\": 16000, \"encoding\": \"s16le\"}")
                        .await(PATIENCE)
                        .on(ws.checkTextMessage("ready").check(regex("ready"))))
                .exec(ws("first")
                        .sendBytes(noise(MORE_THAN_A_WINDOW))
                        .await(PATIENCE)
                        .on(ws.checkTextMessage("heard").check(regex("heard"))));
        ChainBuilder speak = exec(ws("block")
                .sendBytes(block)
                .await(PATIENCE)
                .on(ws.checkTextMessage("heard").check(regex("heard"))));
        return exec(
                open, during(length).on(pace(BLOCK), speak), exec(ws("close").close()));
    }

    private static byte[] noise(Duration length) {
        int samples = (int) (RATE_HZ * length.toMillis() / 1_000);
        byte[] bytes = new byte[2 * samples];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < samples; i++) {
            int sample = random.nextInt(-1_000, 1_000);
            bytes[2 * i] = (byte) sample;
            bytes[2 * i + 1] = (byte) (sample >> 8);
        }
        return bytes;
    }
}
