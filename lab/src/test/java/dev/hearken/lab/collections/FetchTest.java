package dev.hearken.lab.collections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.core.HearkenException;
import dev.hearken.lab.collections.Fetch.Check;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching from a real server on this machine; the network is not asked. */
class FetchTest {
    @TempDir
    Path folder;

    private final List<Long> arrived = new ArrayList<>();
    private byte[] archive = new byte[0];

    @BeforeEach
    void packASet() throws IOException {
        // Noise, so that the archive is large enough to be broken off in several places.
        StringBuilder noise = new StringBuilder();
        new Random(1).ints(300_000, 'a', 'z').forEach(noise::appendCodePoint);
        archive = Archives.zip("set-master/LICENSE", "free", "set-master/yes/1.wav", noise.toString());
    }

    @Test
    void aSetIsFetchedUnpackedAndItsLicenceRecorded() throws IOException {
        try (LocalSite site = new LocalSite(archive)) {
            Fetch.Fetched fetched = fetch(site, "target");

            assertThat(fetched.check()).isEqualTo(Check.FIRST_USE);
            assertThat(folder.resolve("target/LICENSE")).hasContent("free");
            assertThat(folder.resolve("target/" + Fetch.SOURCE))
                    .content()
                    .contains(
                            "\"licence\" : \"CC BY 3.0\"",
                            "\"sha256\" : \"" + fetched.sha256(),
                            "2026-01-01T00:00:00Z");
            assertThat(arrived).last().isEqualTo((long) archive.length);
            assertThat(folder).isDirectoryNotContaining("glob:**.{part,etag,unpacking}");
        }
    }

    @Test
    void aConnectionThatBreaksIsTakenUpWhereItBroke() throws IOException {
        try (LocalSite site = new LocalSite(archive).breakingOffAfter(100_000, 50_000)) {
            fetch(site, "target");

            assertThat(site.asked()).containsExactly("all", "from 100000", "from 150000");
            assertThat(folder.resolve("target/yes/1.wav")).hasSize(300_000);
        }
    }

    @Test
    void whatNeverComesIsGivenUpAndTheNextCallGoesOn() throws IOException {
        try (LocalSite site = new LocalSite(archive).breakingOffAfter(100_000, 0, 0, 0)) {
            refuses("FETCH_BROKEN_OFF", () -> fetch(site, "target"));
            assertThat(folder.resolve("target")).doesNotExist();

            fetch(site, "target");
            assertThat(site.asked()).endsWith("from 100000");
            assertThat(folder.resolve("target/LICENSE")).hasContent("free");
        }
    }

    @Test
    void theRestOfAnotherFileIsNotTaken() throws IOException {
        try (LocalSite site = new LocalSite(archive).breakingOffAfter(100_000, 0, 0, 0)) {
            refuses("FETCH_BROKEN_OFF", () -> fetch(site, "target"));
            site.replace(Archives.zip("LICENSE", "changed", "b", ""));

            fetch(site, "target");
            assertThat(folder.resolve("target/LICENSE")).hasContent("changed");
        }
    }

    @Test
    void aServerWithoutRangesSendsEverythingAnew() throws IOException {
        try (LocalSite site = new LocalSite(archive).withoutRanges().breakingOffAfter(100_000)) {
            fetch(site, "target");

            assertThat(site.asked()).containsExactly("all", "all");
            assertThat(folder.resolve("target/yes/1.wav")).hasSize(300_000);
        }
    }

    @Test
    void whatIsAlreadyWholeIsNotSentAgain() throws IOException {
        Files.write(folder.resolve("test-set.part"), archive);
        try (LocalSite site = new LocalSite(archive)) {
            fetch(site, "target");

            assertThat(site.asked()).containsExactly("from " + archive.length);
            assertThat(folder.resolve("target/LICENSE")).hasContent("free");
        }
    }

    @Test
    void aWrongChecksumIsRefusedAndNothingIsKept() throws IOException {
        try (LocalSite site = new LocalSite(archive)) {
            PublicSet set = set(site.url(), Optional.of(new Checksum("0".repeat(64))));

            refuses("FETCH_WRONG_CHECKSUM", () -> fetcher().fetch(set, folder.resolve("target")));
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aPublishedChecksumIsHeldAgainstAMirrorToo() throws IOException {
        Checksum right = Checksum.of(Files.write(folder.resolve("copy"), archive));
        try (LocalSite mirror = new LocalSite(archive)) {
            PublicSet set = set(URI.create("http://gone.invalid/set"), Optional.of(right))
                    .from(mirror.url());

            assertThat(fetcher().fetch(set, folder.resolve("target")).check()).isEqualTo(Check.PUBLISHED);
        }
    }

    @Test
    void whatWasFetchedFirstIsExpectedEverAfter() throws IOException {
        try (LocalSite site = new LocalSite(archive)) {
            assertThat(fetch(site, "first").check()).isEqualTo(Check.FIRST_USE);
            assertThat(fetch(site, "second").check()).isEqualTo(Check.SAME_AS_FIRST);

            site.replace(Archives.zip("LICENSE", "changed"));
            refuses("FETCH_WRONG_CHECKSUM", () -> fetch(site, "third"));
        }
    }

    @Test
    void whatCannotBeFetchedIsRefusedWithAStableCode() throws IOException {
        try (LocalSite site = new LocalSite(archive)) {
            URI nowhere = site.url().resolve("/nowhere");
            refuses("FETCH_NOT_FOUND", () -> fetcher().fetch(set(nowhere, Optional.empty()), folder.resolve("target")));
            URI nobody = URI.create("http://127.0.0.1:1/set");
            refuses(
                    "FETCH_UNREACHABLE",
                    () -> fetcher().fetch(set(nobody, Optional.empty()), folder.resolve("target")));
            URI disk = folder.toUri();
            refuses("FETCH_URL_REFUSED", () -> fetcher().fetch(set(disk, Optional.empty()), folder.resolve("target")));
            Files.createDirectories(folder.resolve("taken/by others"));
            refuses("FETCH_TARGET_EXISTS", () -> fetch(site, "taken"));
            PublicSet small = new PublicSet(
                    "small",
                    "",
                    site.url(),
                    Optional.empty(),
                    OptionalLong.of(1_000),
                    "CC0",
                    URI.create("https://creativecommons.org"),
                    "");
            refuses("FETCH_TOO_LARGE", () -> fetcher().fetch(small, folder.resolve("target")));
        }
        refuses("PUBLIC_SET_UNKNOWN", () -> PublicSet.named("none"));
    }

    @Test
    void everySetOfTheCatalogueSaysWhoseItIs() {
        assertThat(PublicSet.ALL)
                .extracting(PublicSet::name)
                .contains("fsdd", "speech-commands", "esc50", "esc10", "librispeech-dev-clean");
        assertThat(PublicSet.ALL).allSatisfy(set -> {
            assertThat(set.url().getScheme()).isEqualTo("https");
            assertThat(set.licence()).startsWith("CC");
            assertThat(set.citation()).isNotBlank();
        });
    }

    private Fetch.Fetched fetch(LocalSite site, String target) {
        return fetcher().fetch(set(site.url(), Optional.empty()), folder.resolve(target));
    }

    private Fetch fetcher() {
        return new Fetch(
                folder.resolve("pins"),
                InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")),
                (bytes, of) -> arrived.add(bytes));
    }

    private static PublicSet set(URI url, Optional<Checksum> checksum) {
        return new PublicSet(
                "test-set",
                "A set made for the test",
                url,
                checksum,
                OptionalLong.empty(),
                "CC BY 3.0",
                URI.create("https://creativecommons.org/licenses/by/3.0/"),
                "Nobody, 2026");
    }

    private static void refuses(String code, Runnable call) {
        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(call::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
