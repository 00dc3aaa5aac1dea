package dev.hearken.store.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hearken.core.HearkenException;
import dev.hearken.store.database.Home;
import dev.hearken.store.database.StoreError;
import dev.hearken.store.database.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketContentsTest {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    /** FIPS 180-2, appendix B.1. */
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path directory;

    private Map<String, String> environment = Map.of();
    private ContentStore sounds = new FolderContents(Path.of("none"), Shelf.SOUNDS);

    @BeforeEach
    void open() {
        environment = S3Server.running().environment();
        sounds = of("one machine");
    }

    @Test
    void whatOneMachineKeepsAnotherFinds() throws IOException {
        assertThat(sounds.keep(ABC)).isEqualTo(SHA256_OF_ABC);

        ContentStore other = of("another machine");
        assertThat(other.find(SHA256_OF_ABC))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(ABC));
        assertThat(Files.readAllBytes(of("a third").file(SHA256_OF_ABC))).isEqualTo(ABC);
        assertThat(other.find("0".repeat(64))).isEmpty();
        assertThat(other.file("0".repeat(64))).doesNotExist();
    }

    @Test
    void soundsAndModelsOfOneBucketDoNotMix() {
        String sound = sounds.keep(ABC);
        ContentStore models = Shelf.MODELS.of(home("one machine"));
        String model = models.keep("a model".getBytes(StandardCharsets.US_ASCII));

        assertThat(sounds.all()).containsExactly(sound);
        assertThat(models.all()).containsExactly(model);
        assertThat(of("another machine").find(model)).isEmpty();
    }

    @Test
    void whatIsForgottenIsGoneForAll() {
        sounds.forget(sounds.keep(ABC));
        sounds.forget(SHA256_OF_ABC);
        assertThat(sounds.find(SHA256_OF_ABC)).isEmpty();
        assertThat(of("another machine").find(SHA256_OF_ABC)).isEmpty();
    }

    @Test
    void aCacheThatWasDamagedOrDeletedIsFilledAgain() throws IOException {
        Path cached = sounds.file(sounds.keep(ABC));
        Files.writeString(cached, "abd");
        assertThat(sounds.find(SHA256_OF_ABC))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(ABC));
        Files.delete(cached);
        assertThat(sounds.file(SHA256_OF_ABC)).hasBinaryContent(ABC);
    }

    @Test
    void aNameCannotLeadOutOfTheBucket() {
        assertThatIllegalArgumentException().isThrownBy(() -> sounds.find("../../../../etc/passwd"));
    }

    @Test
    void aBucketThatIsNotThereAndOneThatDoesNotLetUsInAreTheOperatorsToMend() {
        Map<String, String> stranger = new HashMap<>(environment);
        stranger.put("HEARKEN_STORAGE_SECRET_KEY", "guessed");
        for (Map<String, String> wrong : List.of(S3Server.running().environment("missing"), stranger)) {
            ContentStore store = Shelf.SOUNDS.of(new Home(directory.resolve("a third"), wrong));
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.keep(ABC))
                    .extracting(StoreException::error)
                    .isEqualTo(StoreError.STORAGE_UNREACHABLE);
        }
    }

    @Test
    void anAddressThatIsNoneOfABucketIsRefused() {
        for (Map<String, String> wrong : List.of(
                Map.of("HEARKEN_STORAGE", "/srv/bucket"),
                Map.of("HEARKEN_STORAGE", "s3://"),
                Map.of("HEARKEN_STORAGE", "s3://bucket", "HEARKEN_STORAGE_ENDPOINT", "here"))) {
            assertThatExceptionOfType(HearkenException.class)
                    .isThrownBy(() -> new Home(directory, wrong))
                    .extracting(HearkenException::code)
                    .isEqualTo("STORAGE_ADDRESS_INVALID");
        }
    }

    @Test
    void aSecretKeyIsNotTold() {
        assertThat(home("one machine").toString()).contains("tested-").doesNotContain("swordfish");
    }

    private ContentStore of(String machine) {
        return Shelf.SOUNDS.of(home(machine));
    }

    private Home home(String machine) {
        return new Home(directory.resolve(machine), environment);
    }
}
