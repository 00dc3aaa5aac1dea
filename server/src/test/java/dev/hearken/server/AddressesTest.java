package dev.hearken.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearken.store.accounts.NewToken;
import dev.hearken.store.accounts.Scope;
import dev.hearken.store.accounts.Tokens;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * Every address the server knows, asked with every scope. Looking needs {@code read} and changing {@code train}, without anybody saying so;
 * what needs something else stands here, so that whoever adds such an address must mean it.
 */
class AddressesTest {
    private static final Set<String> FOR_ALL = Set.of(
            "GET /health/live",
            "GET /health/ready",
            "GET /api/v1/health",
            "GET /api/v1/session",
            "POST /api/v1/session",
            "DELETE /api/v1/session",
            // Asks for a user's session itself.
            "PUT /api/v1/session/password");

    private static final Set<String> PREDICT = Set.of(
            "POST /api/v1/projects/{project}/predictions",
            "POST /api/v1/projects/{project}/feedback",
            "GET /api/v1/projects/{project}/stream",
            "POST /api/predict",
            "POST /api/batch-predict",
            "POST /api/v1/predictions/single",
            "POST /api/v1/predictions/batch",
            "POST /predict");

    private static final Set<String> ADMIN = Set.of(
            "DELETE /api/v1/projects/{project}",
            "GET /api/v1/tokens",
            "POST /api/v1/tokens",
            "DELETE /api/v1/tokens/{id}",
            "GET /api/v1/users",
            "POST /api/v1/users",
            "PATCH /api/v1/users/{name}",
            "DELETE /api/v1/users/{name}",
            "GET /api/v1/audit",
            "PUT /api/v1/projects/{project}/monitoring/settings");

    @TempDir
    static Path directory;

    private static RunningServer running;
    private static Tokens tokens;
    private static final Map<Scope, String> SECRETS = new EnumMap<>(Scope.class);

    /** An address with what is asked of it. */
    private record Address(String method, String pattern, String contentType) {
        private String name() {
            return method + " " + pattern;
        }

        private boolean looks() {
            return Set.of("GET", "HEAD", "OPTIONS").contains(method);
        }

        private HttpRequest.Builder request(String project) {
            String path = pattern.replace("{project}", project)
                    .replaceAll("\\{number[^}]*}", "9999")
                    .replaceAll("\\{[^}]*}", "none")
                    .replaceAll("\\*+", "none");
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(running.server.address().resolve(path));
            return looks()
                    ? request.method(method, BodyPublishers.noBody())
                    : request.header("Content-Type", contentType).method(method, BodyPublishers.ofString("{}"));
        }
    }

    @BeforeAll
    static void start() {
        running = new RunningServer(
                directory, settings -> settings.withAccess(AccessSettings.STANDARD.withRequestsPerMinute(0)));
        tokens = new Tokens(running.database, Clock.systemUTC(), new SecureRandom());
        for (Scope scope : Scope.values()) {
            SECRETS.put(scope, secret(scope, Optional.empty()));
        }
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void everyAddressWantsItsScopeAndNoOther() {
        List<String> faults = new ArrayList<>();
        List<Address> addresses = addresses();
        for (Address address : addresses) {
            Optional<Scope> need = need(address);
            for (Scope scope : Scope.values()) {
                int status = status(address, "nobody", SECRETS.getOrDefault(scope, ""));
                boolean wanted =
                        need.filter(wants -> !wants.isIn(Set.of(scope))).isEmpty();
                boolean unknown = status == 401 && need.isPresent();
                if (unknown || wanted == (status == 403)) {
                    faults.add("%s with %s: %d".formatted(address.name(), scope.word(), status));
                }
            }
        }
        assertThat(addresses).hasSizeGreaterThan(50);
        assertThat(faults).isEmpty();
        assertThat(addresses.stream().map(Address::name))
                .containsAll(FOR_ALL)
                .containsAll(PREDICT)
                .containsAll(ADMIN);
    }

    @Test
    void aStrangerGetsNowhere() {
        List<String> faults = new ArrayList<>();
        for (Address address : addresses()) {
            if (need(address).isPresent()) {
                Answer answer = running.client.send(address.request("nobody").build());
                boolean refused = answer.status() == 401 && answer.text().contains("UNAUTHENTICATED");
                boolean enough = answer.status() == 429;
                if (!refused && !enough) {
                    faults.add(address.name() + ": " + answer.status());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aTokenForOneProjectOpensNothingElse() {
        String secret = secret(Scope.READ, Optional.of("loudness"));
        List<String> faults = new ArrayList<>();
        for (Address address : addresses()) {
            if (need(address).filter(scope -> scope == Scope.READ).isPresent()) {
                int own = status(address, "loudness", secret);
                int other = status(address, "empty", secret);
                boolean named = address.pattern().contains("{project}");
                if (other != 403 || named == (own == 403)) {
                    faults.add("%s: own %d, other %d".formatted(address.name(), own, other));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static Optional<Scope> need(Address address) {
        if (FOR_ALL.contains(address.name())) {
            return Optional.empty();
        }
        if (PREDICT.contains(address.name())) {
            return Optional.of(Scope.PREDICT);
        }
        if (ADMIN.contains(address.name())) {
            return Optional.of(Scope.ADMIN);
        }
        return Optional.of(address.looks() ? Scope.READ : Scope.TRAIN);
    }

    private static int status(Address address, String project, String secret) {
        HttpRequest request = address.request(project)
                .header("Authorization", "Bearer " + secret)
                .build();
        return running.client.send(request).status();
    }

    private static String secret(Scope scope, Optional<String> project) {
        return tokens.create(new NewToken(scope.word(), Set.of(scope), project, Optional.empty()))
                .secret();
    }

    private static List<Address> addresses() {
        return running.server.addresses().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(pattern -> methods(info).stream()
                                .map(method -> new Address(method.name(), pattern, contentType(info)))))
                .distinct()
                .toList();
    }

    private static Set<RequestMethod> methods(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods;
    }

    private static String contentType(RequestMappingInfo info) {
        return info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .map(type -> MediaType.MULTIPART_FORM_DATA.includes(type) ? Client.FORM : type.toString())
                .orElse("application/json");
    }
}
