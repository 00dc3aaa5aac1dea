package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class LiveModelsTest {
    private static final String PATH = "/api/v1/projects/loudness/predictions";
    private static final byte[] LOUD = Recordings.constant(0.5f);

    @TempDir
    Path directory;

    private RunningServer running;

    @BeforeEach
    void start() {
        running = new RunningServer(directory);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aPromotionByAnotherProcessIsFollowedWithoutARestart() throws Exception {
        assertThat(predict().get("model_version").intValue()).isEqualTo(1);
        running.promote(LoudnessModel.withBias(-3));

        until(() -> predict().get("model_version").intValue() == 2);
        JsonNode result = predict().get("results").get(0);
        assertThat(result.get("probabilities").get("loud").doubleValue())
                .as("sigmoid(8 * 0.25 - 3) = sigmoid(-1)")
                .isCloseTo(0.2689, within(1e-3));

        running.registry.rollback("loudness");
        until(() -> predict().get("model_version").intValue() == 1);
    }

    @Test
    void noRequestFailsWhileModelsAreSwapped() throws Exception {
        AtomicBoolean swapping = new AtomicBoolean(true);
        ExecutorService clients = Executors.newFixedThreadPool(4);
        List<CompletableFuture<Integer>> failures = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            failures.add(CompletableFuture.supplyAsync(() -> failuresWhile(swapping), clients));
        }
        for (int bias = -5; bias < -1; bias++) {
            int version = running.promote(LoudnessModel.withBias(bias));
            until(() -> predict().get("model_version").intValue() == version);
        }
        swapping.set(false);
        for (CompletableFuture<Integer> each : failures) {
            assertThat(each.get()).isZero();
        }
        clients.shutdown();
    }

    @Test
    void aLiveModelThatCannotBeLoadedLeavesTheOneBeforeServingAndIsReported() throws Exception {
        running.promote(LoudnessModel.unusable());

        until(() -> health().get("status").stringValue().equals("degraded"));
        assertThat(health().get("ready").booleanValue()).isTrue();
        assertThat(health().get("degraded").get(0).get("what").stringValue()).isEqualTo("project loudness");
        assertThat(health().get("degraded").get(0).get("reason").stringValue())
                .startsWith("version 2: ")
                .endsWith("; version 1 answers");
        assertThat(predict().get("model_version").intValue()).isEqualTo(1);
    }

    @Test
    void aServerStartedOnADamagedLiveModelServesThePreviousOne() throws Exception {
        running.promote(LoudnessModel.withBias(-3));
        running.server.close();
        String sha256 = running.registry.versions("loudness").get(1).sha256();
        try (Stream<Path> files = Files.walk(running.home.root().resolve("models"))) {
            Path file = files.filter(each -> each.toString().contains(sha256 + ".onnx"))
                    .findAny()
                    .orElseThrow();
            Files.write(file, new byte[] {1, 2, 3});
        }
        try (HearkenServer again =
                HearkenServer.start(ServerSettings.of(directory).withPort(0))) {
            Client client = new Client(again.address());
            assertThat(client.upload(PATH, Client.file("a.wav", LOUD))
                            .json()
                            .get("model_version")
                            .intValue())
                    .isEqualTo(1);
            assertThat(client.get("/health").json().get("status").stringValue()).isEqualTo("degraded");
        }
    }

    private int failuresWhile(AtomicBoolean swapping) {
        Client client = new Client(running.server.address());
        int failures = 0;
        while (swapping.get()) {
            failures += client.upload(PATH, Client.file("a.wav", LOUD)).status() == 200 ? 0 : 1;
        }
        return failures;
    }

    private JsonNode predict() {
        return running.client.upload(PATH, Client.file("a.wav", LOUD)).json();
    }

    private JsonNode health() {
        return running.client.get("/health").json();
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
