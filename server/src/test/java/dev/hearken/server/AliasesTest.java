package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.core.model.ModelFile;
import dev.hearken.store.registry.Origin;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The reference systems' own requests, with the fields their users parse. */
class AliasesTest {
    private static final byte[] LOUD = Recordings.constant(0.5f);

    @TempDir
    static Path directory;

    private static RunningServer running;

    @BeforeAll
    static void start() {
        running = new RunningServer(directory);
        for (String project : new String[] {"talent", "faults"}) {
            running.registry.create(project, "loudness");
            ModelFile model = LoudnessModel.withBias(-1);
            running.registry.promote(
                    project,
                    running.registry.register(project, model, Origin.UPLOADED).number());
        }
        running.client.send("POST", "/api/v1/projects/talent/versions/1/promote", "");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void keywordsAreSpottedUnderTheirOldAddresses() {
        JsonNode one = running.client
                .upload("/api/predict", Client.file("a.wav", LOUD))
                .is(200)
                .json();
        assertThat(one.propertyNames())
                .contains("keyword", "confidence", "processing_time", "model_version", "timestamp");
        JsonNode many = running.client
                .upload("/api/batch-predict", Client.file("a.wav", LOUD), Client.file("b.wav", new byte[0]))
                .is(200)
                .json();
        assertThat(many.get("total_files").intValue()).isEqualTo(2);
        assertThat(many.at("/results/1/error").stringValue()).isEqualTo("EMPTY");
        assertThat(many.has("total_processing_time")).isTrue();
        assertThat(running.client
                        .get("/api/model-info")
                        .is(200)
                        .json()
                        .get("classes")
                        .size())
                .isPositive();
        running.client.get("/api/metrics").is(200);
    }

    @Test
    void talentIsJudgedUnderItsOldAddresses() {
        running.client.get("/api/v1/health").is(200);
        JsonNode one = running.client
                .upload("/api/v1/predictions/single", Client.file("a.wav", LOUD))
                .is(200)
                .json();
        assertThat(one.propertyNames())
                .containsExactly("filename", "label", "confidence", "probability_good", "probability_bad", "timestamp");
        JsonNode many = running.client
                .upload("/api/v1/predictions/batch", Client.file("a.wav", LOUD), Client.file("b.wav", new byte[0]))
                .is(200)
                .json();
        assertThat(many.get("successful").intValue()).isEqualTo(1);
        assertThat(many.get("failed").intValue()).isEqualTo(1);
        running.client
                .upload("/api/v1/upload-data", Client.file("a.wav", LOUD), Client.field("label", "good"))
                .is(200);
        running.client
                .send("POST", "/api/v1/retrain", "{\"epochs\":50,\"batch_size\":32}")
                .is(200);
        assertThat(running.client
                        .get("/api/v1/train-status")
                        .is(200)
                        .json()
                        .get("is_training")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void faultsAreFoundUnderTheirOldAddresses() {
        JsonNode one = running.client
                .upload("/predict", Client.file("a.wav", LOUD))
                .is(200)
                .json();
        assertThat(one.propertyNames()).containsExactly("label", "confidence", "distribution");
        running.client
                .upload("/upload", Client.file("a.wav", LOUD), Client.field("label", "leak"))
                .is(200);
        running.client.send("POST", "/retrain", "").is(200);
        assertThat(running.client.get("/status").is(200).json().get("status").stringValue())
                .isEqualTo("queued");
        running.client
                .upload("/predict", Client.file("a.wav", new byte[] {1, 2, 3}))
                .isProblem(415, "NOT_AUDIO");
    }
}
