package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearken.core.HearkenException;
import dev.hearken.store.accounts.Accounts;
import dev.hearken.store.accounts.NewToken;
import dev.hearken.store.accounts.Role;
import dev.hearken.store.accounts.Scope;
import dev.hearken.store.accounts.Tokens;
import dev.hearken.store.database.Database;
import dev.hearken.store.database.Home;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AccountsTest {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path directory;

    private RunningServer running;
    private String admin = "";

    @BeforeEach
    void start() {
        running = new RunningServer(directory);
        Tokens tokens = new Tokens(running.database, Clock.systemUTC(), new SecureRandom());
        admin = tokens.create(new NewToken("root", Set.of(Scope.ADMIN), Optional.empty(), Optional.empty()))
                .secret();
        new Accounts(running.database, Clock.systemUTC()).add("ann", Role.ADMIN, PASSWORD);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void tokensAreMadeShownOnceUsedAndTakenBackAtOnce() {
        JsonNode issued = asAdmin("POST", "/api/v1/tokens", """
            {"name":"gate","scopes":["predict","read"],"project":"loudness","expires_in_days":90}\
            """).is(201).json();
        String secret = issued.get("secret").stringValue();
        String id = issued.at("/token/id").stringValue();
        assertThat(issued.at("/token/scopes").toString()).isEqualTo("[\"read\",\"predict\"]");

        with(secret, "GET", "/api/v1/projects/loudness", "").is(200);
        Answer list = asAdmin("GET", "/api/v1/tokens", "").is(200);
        assertThat(list.text()).doesNotContain(secret);
        JsonNode shown = list.json().get(1);
        assertThat(shown.get("state").stringValue()).isEqualTo("valid");
        assertThat(shown.has("last_used_at")).isTrue();

        asAdmin("DELETE", "/api/v1/tokens/" + id, "").is(200);
        with(secret, "GET", "/api/v1/projects/loudness", "").isProblem(401, "TOKEN_REVOKED");
        asAdmin("DELETE", "/api/v1/tokens/none", "").isProblem(404, "NOT_FOUND");
    }

    @Test
    void whoIsNotLetInIsToldWhyAndHow() {
        Answer stranger = running.client.get("/api/v1/projects").isProblem(401, "UNAUTHENTICATED");
        assertThat(stranger.header("WWW-Authenticate")).startsWith("Bearer");
        with("hearken_nobody", "GET", "/api/v1/projects", "").isProblem(401, "TOKEN_INVALID");
        String reader = make("{\"name\":\"r\",\"scopes\":[\"read\"]}");
        with(reader, "GET", "/api/v1/projects", "").is(200);
        with(reader, "POST", "/api/v1/projects/loudness/rollback", "").isProblem(403, "SCOPE_MISSING");
        String own = make("{\"name\":\"r\",\"scopes\":[\"read\"],\"project\":\"empty\"}");
        with(own, "GET", "/api/v1/projects/loudness", "").isProblem(403, "PROJECT_FOREIGN");
    }

    @Test
    void aTokenThatMakesNoSenseIsRefused() {
        asAdmin("POST", "/api/v1/tokens", "{}").isProblem(422, "INVALID");
        asAdmin("POST", "/api/v1/tokens", "{\"name\":\"x\",\"scopes\":[\"all\"]}")
                .isProblem(422, "SCOPE_UNKNOWN");
        asAdmin("POST", "/api/v1/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"],\"project\":\"nobody\"}")
                .isProblem(404, "NOT_FOUND");
        asAdmin("POST", "/api/v1/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"],\"expires_in_days\":0}")
                .isProblem(422, "INVALID");
    }

    @Test
    void healthAndThePageAreForAll() {
        assertThat(running.client.get("/health/live").is(200).text()).doesNotContain("loudness");
        assertThat(running.client.get("/health/ready").is(200).text()).doesNotContain("loudness");
        running.client.get("/health").isProblem(401, "UNAUTHENTICATED");
        for (String partOfThePage : new String[] {"/", "/projects/loudness/listen", "/assets/page.js"}) {
            assertThat(running.client.get(partOfThePage).status()).isIn(200, 404);
        }
        running.client.get("/v3/api-docs").isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void aPersonLogsInWorksAndLogsOut() {
        String cookie = logIn("ann", PASSWORD);
        JsonNode session = browser(cookie, "GET", "/api/v1/session", "").is(200).json();
        assertThat(session.get("name").stringValue()).isEqualTo("ann");
        assertThat(session.get("scopes").size()).isEqualTo(4);
        browser(cookie, "POST", "/api/v1/users", """
            {"name":"bob","role":"viewer","password":"another long one"}\
            """).is(201);
        String bob = logIn("bob", "another long one");
        browser(bob, "GET", "/api/v1/projects", "").is(200);
        browser(bob, "POST", "/api/v1/projects/loudness/rollback", "").isProblem(403, "SCOPE_MISSING");
        browser(cookie, "PATCH", "/api/v1/users/bob", "{\"role\":\"member\"}").is(200);
        browser(bob, "POST", "/api/v1/projects/empty/rollback", "").isProblem(409, "NO_PREVIOUS_VERSION");

        Answer out = browser(bob, "DELETE", "/api/v1/session", "").is(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        browser(bob, "GET", "/api/v1/projects", "").isProblem(401, "SESSION_OVER");
        browser(cookie, "DELETE", "/api/v1/users/bob", "").is(204);
        browser(cookie, "DELETE", "/api/v1/users/ann", "").isProblem(409, "CONFLICT");
    }

    @Test
    void theCookieIsForThisServersPagesAlone() {
        Answer answer = running.client
                .send("POST", "/api/v1/session", login("ann", PASSWORD))
                .is(200);
        assertThat(answer.header("Set-Cookie"))
                .contains("hearken_session=", "HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=604800");
        String cookie = answer.header("Set-Cookie").split(";", 2)[0];
        String path = "/api/v1/projects/empty/rollback";

        running.client
                .send(change(path, cookie, "Origin", "http://evil.example"))
                .isProblem(403, "FOREIGN_ORIGIN");
        running.client
                .send(change(path, cookie, "Origin", "http://127.0.0.1:1"))
                .isProblem(403, "FOREIGN_ORIGIN");
        running.client.send(change(path, cookie, "Origin", "null")).isProblem(403, "FOREIGN_ORIGIN");
        running.client
                .send(change(path, cookie, "Sec-Fetch-Site", "cross-site"))
                .isProblem(403, "FOREIGN_ORIGIN");
        running.client
                .send(change(path, cookie, "Sec-Fetch-Site", "same-origin"))
                .isProblem(409, "NO_PREVIOUS_VERSION");
    }

    @Test
    void aPasswordIsChangedByWhoKnowsIt() {
        String cookie = logIn("ann", PASSWORD);
        browser(
                        cookie,
                        "PUT",
                        "/api/v1/session/password",
                        "{\"password\":\"wrong\",\"new_password\":\"a new long one\"}")
                .isProblem(401, "LOGIN_FAILED");
        browser(cookie, "PUT", "/api/v1/session/password", "{\"password\":\"" + PASSWORD + "\",\"new_password\":\"x\"}")
                .isProblem(422, "INVALID");
        browser(
                        cookie,
                        "PUT",
                        "/api/v1/session/password",
                        "{\"password\":\"" + PASSWORD + "\",\"new_password\":\"a new long one\"}")
                .is(204);
        browser(cookie, "GET", "/api/v1/projects", "").isProblem(401, "SESSION_OVER");
        running.client.send("POST", "/api/v1/session", login("ann", PASSWORD)).isProblem(401, "LOGIN_FAILED");
        logIn("ann", "a new long one");
        asAdmin("PUT", "/api/v1/session/password", "{}").isProblem(409, "NO_PASSWORD");
    }

    @Test
    void guessingIsSlow() {
        for (int i = 0; i < 10; i++) {
            running.client
                    .send("POST", "/api/v1/session", login("ann", "guess " + i))
                    .isProblem(401, "LOGIN_FAILED");
        }
        Answer enough = running.client
                .send("POST", "/api/v1/session", login("ann", PASSWORD))
                .isProblem(429, "TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(enough.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void aStreamIsOpenedByATokenOrASessionAndByNobodyElse() {
        URI stream = URI.create("ws://" + running.server.address().getAuthority() + "/api/v1/projects/loudness/stream");
        String own = "http://" + running.server.address().getAuthority();
        String predict = make("{\"name\":\"p\",\"scopes\":[\"predict\"]}");
        open(stream, "Authorization", "Bearer " + predict).abort();
        WebSocket.Builder page =
                builder().header("Cookie", logIn("ann", PASSWORD)).header("Origin", own);
        page.buildAsync(stream, new WebSocket.Listener() {}).join().abort();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> builder()
                        .buildAsync(stream, new WebSocket.Listener() {})
                        .join())
                .withCauseInstanceOf(WebSocketHandshakeException.class);
        String reader = make("{\"name\":\"r\",\"scopes\":[\"read\"]}");
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> open(stream, "Authorization", "Bearer " + reader))
                .withCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void aTokenForOneProjectHearsNoOtherBesidesIt() {
        String own = make("{\"name\":\"p\",\"scopes\":[\"predict\"],\"project\":\"loudness\"}");
        String stream = "/api/v1/projects/loudness/stream";
        with(own, "GET", stream, "").isProblem(426, "UPGRADE_REQUIRED");
        with(own, "GET", stream + "?also=loudness", "").isProblem(426, "UPGRADE_REQUIRED");
        with(own, "GET", stream + "?also=empty", "").isProblem(403, "PROJECT_FOREIGN");
        with(own, "GET", stream + "?also=loudness&also=empty", "").isProblem(403, "PROJECT_FOREIGN");
    }

    @Test
    void theAuditTellsWhoDidWhatAndWhoWasNotLetIn() {
        asAdmin("POST", "/api/v1/projects", "{\"name\":\"door\",\"recipe\":\"loudness\"}")
                .is(201);
        running.client.get("/api/v1/projects").is(401);
        logIn("ann", PASSWORD);
        running.client
                .send("POST", "/api/v1/session", login("ann", "a wrong one"))
                .is(401);

        Answer audit = asAdmin("GET", "/api/v1/audit", "").is(200);
        JsonNode entries = audit.json().get("entries");
        assertThat(entries.valueStream()
                        .map(entry -> entry.get("caller").stringValue().replaceAll(" \\(.*", "") + ", "
                                + entry.get("action").stringValue() + ", "
                                + entry.get("status").intValue()))
                .containsExactly(
                        "stranger, POST /api/v1/session, 401",
                        "user ann, POST /api/v1/session, 200",
                        "stranger, GET /api/v1/projects, 401",
                        "token root, POST /api/v1/projects, 201");
        assertThat(entries.get(0).get("address").stringValue()).isEqualTo("127.0.0.1");
        assertThat(audit.text()).doesNotContain(PASSWORD, "a wrong one", admin);
    }

    @Test
    void aSessionOutlivesTheServer() {
        String cookie = logIn("ann", PASSWORD);
        running.close();
        running = new RunningServer(directory);
        browser(cookie, "GET", "/api/v1/projects", "").is(200);
    }

    @Test
    void aRestartOpensNothingAndOthersAreLetInOnlyWhereTheyAreAsked() {
        running.client.get("/api/v1/projects").is(401);
        try (HearkenServer open =
                HearkenServer.start(ServerSettings.of(directory).withPort(0).withHost("0.0.0.0"))) {
            assertThat(open.address().getPort()).isPositive();
        }
        Path fresh = directory.resolve("fresh");
        ServerSettings toOthers = ServerSettings.of(fresh).withPort(0).withHost("0.0.0.0");
        assertThatExceptionOfType(HearkenException.class)
                .isThrownBy(() -> HearkenServer.start(toOthers))
                .withMessageContaining("hearken users add")
                .satisfies(e -> assertThat(e.code()).isEqualTo("OPEN_TO_OTHERS"));
        try (HearkenServer insecure = HearkenServer.start(toOthers.withAccess(AccessSettings.STANDARD.butInsecure()))) {
            URI address = URI.create("http://127.0.0.1:" + insecure.address().getPort());
            new Client(address).get("/api/v1/projects").is(200);
        }
    }

    @Test
    void theFirstAdminDoesNotComeOverTheNetwork() {
        Home home = Home.open(directory.resolve("fresh"));
        Database.open(home).close();
        try (HearkenServer open =
                HearkenServer.start(ServerSettings.of(home.root()).withPort(0))) {
            Client client = new Client(open.address());
            JsonNode session = client.get("/api/v1/session").is(200).json();
            assertThat(session.get("login_needed").booleanValue()).isFalse();
            assertThat(session.get("kind").stringValue()).isEqualTo("anybody");
            client.send("POST", "/api/v1/tokens", "{\"name\":\"x\",\"scopes\":[\"admin\"]}")
                    .isProblem(409, "NO_ADMIN");
            client.send("POST", "/api/v1/users", "{\"name\":\"eve\",\"role\":\"admin\",\"password\":\"0123456789\"}")
                    .isProblem(409, "NO_ADMIN");
        }
    }

    private Answer asAdmin(String method, String path, String json) {
        return with(admin, method, path, json);
    }

    private String make(String json) {
        return asAdmin("POST", "/api/v1/tokens", json)
                .is(201)
                .json()
                .get("secret")
                .stringValue();
    }

    private Answer with(String secret, String method, String path, String json) {
        return running.client.send(request(method, path, json)
                .header("Authorization", "Bearer " + secret)
                .build());
    }

    /** As a page of this server would. */
    private Answer browser(String cookie, String method, String path, String json) {
        return running.client.send(request(method, path, json)
                .header("Cookie", cookie)
                .header("Origin", "http://" + running.server.address().getAuthority())
                .build());
    }

    private HttpRequest change(String path, String cookie, String header, String value) {
        return request("POST", path, "")
                .header("Cookie", cookie)
                .header(header, value)
                .build();
    }

    private HttpRequest.Builder request(String method, String path, String json) {
        return HttpRequest.newBuilder(running.server.address().resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
    }

    private String logIn(String name, String password) {
        return running.client
                .send("POST", "/api/v1/session", login(name, password))
                .is(200)
                .header("Set-Cookie")
                .split(";", 2)[0];
    }

    private static String login(String name, String password) {
        return "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    }

    private static WebSocket.Builder builder() {
        return HttpClient.newHttpClient().newWebSocketBuilder().connectTimeout(Duration.ofSeconds(30));
    }

    private static WebSocket open(URI stream, String header, String value) {
        return builder()
                .header(header, value)
                .buildAsync(stream, new WebSocket.Listener() {})
                .join();
    }
}
