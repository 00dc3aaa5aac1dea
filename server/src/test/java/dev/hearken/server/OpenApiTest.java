package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The committed description is what the server says of itself, so that whoever generates code from it gets what is there.
 *
 * <p>With {@code -Dhearken.openapi=write} the file is written anew.
 */
class OpenApiTest {
    private static final Path COMMITTED = Path.of("..", "web", "openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    @TempDir
    Path directory;

    @Test
    void theCommittedDescriptionIsWhatTheServerSays() throws IOException {
        JsonNode said;
        try (RunningServer running = new RunningServer(directory)) {
            said = running.client.get("/v3/api-docs").is(200).json();
        }
        String text = JSON.writeValueAsString(said).replace("\r\n", "\n") + "\n";
        if ("write".equals(System.getProperty("hearken.openapi"))) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, text);
        }
        assertThat(text)
                .as("mvn test -pl server -Dtest=OpenApiTest -Dhearken.openapi=write writes it anew")
                .isEqualTo(Files.readString(COMMITTED));
    }
}
