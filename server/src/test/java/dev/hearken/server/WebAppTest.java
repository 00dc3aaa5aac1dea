package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web app as the server gives it out. */
class WebAppTest {
    /** What a browser asks for when a person opens an address. */
    private static final String[] A_PERSON = {"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"};

    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    @TempDir
    static Path home;

    private static RunningServer running;

    @BeforeAll
    static void start() {
        assumeTrue(WebAppTest.class.getResource("/static/index.html") != null, "no web app in this build");
        running = new RunningServer(home);
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/phrase", "/projects/loudness/listen", "/projects/loudness/models"})
    void aReloadOfAnyPageGivesTheApp(String address) {
        Answer page = running.client.get(address, A_PERSON).is(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.text()).contains("<title>Hearken</title>").doesNotContain("http://", "https://", "//cdn");
    }

    @Test
    void anUnknownAddressOfTheApiIsAProblemEvenForAPerson() {
        running.client.get("/api/v1/no-such-thing", A_PERSON).isProblem(404, "NOT_FOUND");
    }

    @Test
    void anAddressThatLeadsNowhereIsNoPage() {
        running.client.get("/no/such/page", A_PERSON).isProblem(404, "NOT_FOUND");
        running.client.get("/assets/no-such-file.js", A_PERSON).isProblem(404, "NOT_FOUND");
    }

    @Test
    void filesNamedByTheirContentAreKeptForGoodAndComeGzipped() {
        Matcher script = SCRIPT.matcher(running.client.get("/", A_PERSON).text());
        assertThat(script.find()).isTrue();
        Answer answer =
                running.client.get(script.group(1), "Accept-Encoding", "gzip").is(200);
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.header("Content-Type")).startsWith("text/javascript");
        assertThat(answer.header("Cache-Control")).contains("immutable");
    }
}
