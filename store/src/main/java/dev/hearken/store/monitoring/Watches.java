package dev.hearken.store.monitoring;

import dev.hearken.store.database.Database;
import dev.hearken.store.monitoring.Watch.Limit;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What projects want watched. It is asked for with every recording, so what was read holds for a few seconds; what is decided here holds at
 * once, what is decided in another process after them.
 */
public final class Watches {
    private static final Duration HOLDS = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Body> BODY = new TypeReference<>() {};

    private final Database database;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    public Watches(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Known(Watch watch, Instant until) {}

    /** A watch as it stands in the table; what is missing is as it comes. */
    private record Body(
            boolean keepAudio,
            int audioDays,
            int answerDays,
            @Nullable String webhook,
            @Nullable String secret,
            Map<AlertRule, Limit> limits) {
        static Body of(Watch watch) {
            return new Body(
                    watch.keepAudio(),
                    watch.audioDays(),
                    watch.answerDays(),
                    watch.webhook().map(URI::toString).orElse(null),
                    watch.secret().orElse(null),
                    watch.limits());
        }

        Watch watch() {
            return new Watch(
                    keepAudio,
                    audioDays,
                    answerDays,
                    Optional.ofNullable(webhook).map(URI::create),
                    Optional.ofNullable(secret),
                    limits);
        }
    }

    /** What a project wants; what is standard if nothing was decided. */
    public Watch of(String project) {
        Instant now = clock.instant();
        Known last = known.get(project);
        if (last == null || now.isAfter(last.until())) {
            last = new Known(read(project), now.plus(HOLDS));
            known.put(project, last);
        }
        return last.watch();
    }

    /** Decides what a project wants. */
    public void decide(String project, Watch watch) {
        String body = JSON.writeValueAsString(Body.of(watch));
        database.change(handle -> handle.execute(
                "INSERT INTO watch (project, body) VALUES (?, ?) ON CONFLICT (project) DO UPDATE SET body ="
                        + " excluded.body",
                project,
                body));
        known.remove(project);
    }

    private Watch read(String project) {
        return database.read(handle -> handle.select("SELECT body FROM watch WHERE project = ?", project)
                .map((row, context) ->
                        JSON.readValue(row.getString("body"), BODY).watch())
                .findOne()
                .orElse(Watch.STANDARD));
    }
}
