package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whether the map names recordings that were labelled wrongly: three digits said by four people, three of sixty labels wrong. */
@Timeout(120)
class SoundMapTest {
    private static final Path RECORDINGS = Path.of(System.getenv().getOrDefault("HEARKEN_DATA", "../../shared/data"))
            .resolve("fsdd/recordings");
    private static final Set<String> WRONG = Set.of("0_theo_1.wav", "1_jackson_2.wav", "2_lucas_3.wav");

    @TempDir
    private Path directory;

    @Test
    void whatWasLabelledWronglyIsNamedAndLittleElse() throws IOException {
        assumeTrue(Files.isDirectory(RECORDINGS), () -> "no recordings at " + RECORDINGS.toAbsolutePath());
        try (RunningServer running = new RunningServer(directory)) {
            running.registry.create("three", "custom");
            for (int digit = 0; digit < 3; digit++) {
                for (String speaker : new String[] {"theo", "jackson", "lucas", "nicolas"}) {
                    for (int take = 0; take < 5; take++) {
                        upload(running, digit, "%d_%s_%d.wav".formatted(digit, speaker, take));
                    }
                }
            }
            JsonNode map = running.client
                    .get("/api/v1/projects/three/dataset/map")
                    .is(200)
                    .json();
            Set<String> odd = map.get("odd")
                    .valueStream()
                    .map(number -> running.client
                            .get("/api/v1/projects/three/clips/" + number.intValue())
                            .json()
                            .get("name")
                            .stringValue())
                    .collect(Collectors.toSet());
            assertThat(odd).containsAll(WRONG).hasSizeLessThanOrEqualTo(5);
        }
    }

    private static void upload(RunningServer running, int digit, String name) throws IOException {
        int label = WRONG.contains(name) ? (digit + 1) % 3 : digit;
        running.client
                .upload(
                        "/api/v1/projects/three/clips",
                        Client.file(label + "/" + name, Files.readAllBytes(RECORDINGS.resolve(name))))
                .is(200);
    }
}
