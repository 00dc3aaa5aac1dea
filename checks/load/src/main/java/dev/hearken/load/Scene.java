package dev.hearken.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.RawFileBodyPart;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.Locale;

/** What users do, over and over, each on a connection of their own that stays open. */
enum Scene {
    /** Is it well? */
    HEALTH(20, 10),
    /** One recording of a second in each request. */
    SINGLE(20, 30),
    /** A hundred recordings of a second in each request. */
    BATCH(2, 20),
    /** What does the live model say of itself? */
    INFO(20, 10),
    /** What jobs are there? */
    STATUS(20, 10),
    /** Ten times as many connections as in {@link #SINGLE}, coming one after the other. */
    STRESS(200, 30),
    /** Single recordings for long; {@code --minutes} says how long. */
    SOAK(20, 60),
    /** Live sound: a block of a tenth of a second each tenth of a second. */
    STREAMS(100, 20);

    private static final int FILES_OF_A_BATCH = 100;

    final int users;
    final int seconds;

    Scene(int users, int seconds) {
        this.users = users;
        this.seconds = seconds;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many recordings are answered by one request. */
    int clips() {
        return this == BATCH ? FILES_OF_A_BATCH : this == SINGLE || this == STRESS || this == SOAK ? 1 : 0;
    }

    /** The users of this scene. */
    PopulationBuilder users(Circumstances circumstances) {
        Duration length = Duration.ofSeconds(circumstances.seconds());
        ChainBuilder deed = this == STREAMS
                ? LiveStream.of(circumstances, length)
                : during(length).on(exec(request(circumstances).check(status().is(200))));
        return scenario(word())
                .exec(deed)
                .injectOpen(this == STRESS ? rampUsers(users).during(length.dividedBy(2)) : atOnceUsers(users));
    }

    private HttpRequestActionBuilder request(Circumstances circumstances) {
        String project = "/api/v1/projects/" + circumstances.project();
        return switch (this) {
            case HEALTH -> http(word()).get("/health");
            case INFO -> http(word()).get(project);
            case STATUS -> http(word()).get(project + "/jobs");
            default -> predictions(project + "/predictions", circumstances);
        };
    }

    private HttpRequestActionBuilder predictions(String path, Circumstances circumstances) {
        HttpRequestActionBuilder request = http(word()).post(path);
        for (int i = 0; i < clips(); i++) {
            request = request.bodyPart(
                    RawFileBodyPart("files", circumstances.recording()).fileName(i + ".wav"));
        }
        return request.asMultipartForm();
    }
}
